//! A temporary in the last expression, edition 2021.
//@ edition: 2021

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
    println!("{}", length()); //~ prints local, temporary, 9
}
