//! The same lines in edition 2024.
use std::cell::RefCell;

fn letters() -> usize {
    let name = RefCell::new(String::from("Ada"));
    name.borrow().len()
}

fn main() {
    println!("{}", letters()); //~ prints 3
}
