//! A panic goes out through two functions.
//@ run-fail: 101

struct Guest(&'static str);

impl Drop for Guest {
    fn drop(&mut self) {
        println!("{} leaves: {}", self.0, std::thread::panicking());
    }
}

fn inner(seats: &[u32]) -> u32 {
    let _grace = Guest("Grace"); //~ prints Grace leaves: true
    seats[7]
}

fn main() {
    let _ada = Guest("Ada"); //~ prints Ada leaves: true
    println!("seat {}", inner(&[1, 2, 3]));
}
