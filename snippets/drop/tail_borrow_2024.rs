//! The last expression borrows from a local, edition 2024.
//@ edition: 2024

use std::cell::RefCell;

fn length() -> usize {
    let name = RefCell::new(String::from("Ada"));
    name.borrow().len()
}

fn main() {
    println!("{}", length()); //~ prints 3
}
