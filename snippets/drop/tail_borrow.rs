//! The last expression borrows from a local.
//@ editions: 2021 check-fail, 2024 run
use std::cell::RefCell;

fn length() -> usize {
    let name = RefCell::new(String::from("Ada"));
    name.borrow().len() //~ 2021 ERROR E0597 `name` does not live long enough
}

fn main() {
    println!("{}", length()); //~ 2024 prints 3
}
