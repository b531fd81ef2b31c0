//! A temporary in the last expression.
//@ editions: 2021 run, 2024 run
struct Guest(&'static str);

impl Drop for Guest {
    fn drop(&mut self) {
        print!("{}, ", self.0);
    }
}

fn length() -> usize {
    let _local = Guest("local");
    Guest("temporary").0.len()
}

fn main() {
    //~v 2021 prints local, temporary, 9
    println!("{}", length()); //~ 2024 prints temporary, local, 9
}
