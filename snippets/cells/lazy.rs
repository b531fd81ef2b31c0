//! A value that is made when somebody first looks.
use std::cell::LazyCell;

fn main() {
    let total = LazyCell::new(|| {
        println!("adding up"); //~ prints adding up
        (1..=100).sum::<u32>()
    });
    println!("before"); //~ prints before
    println!("{}", *total); //~ prints 5050
    println!("{}", *total); //~ prints 5050
}
