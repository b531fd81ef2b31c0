//! The same panic, in a build that does not unwind.
//@ run-fail: SIGABRT
//@ flags: -C panic=abort

struct Guest(&'static str);

impl Drop for Guest {
    fn drop(&mut self) {
        println!("{} leaves", self.0);
    }
}

fn main() {
    let ada = Guest("Ada");
    println!("{} is in", ada.0); //~ prints Ada is in
    let seats = vec![1, 2, 3];
    println!("seat {}", seats[ada.0.len()]);
}
