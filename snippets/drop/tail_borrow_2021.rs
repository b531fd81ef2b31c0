//! The last expression borrows from a local, edition 2021.
//@ edition: 2021
//@ check-fail

use std::cell::RefCell;

fn length() -> usize {
    let name = RefCell::new(String::from("Ada"));
    name.borrow().len() //~ ERROR E0597 `name` does not live long enough
}

fn main() {
    println!("{}", length());
}
