//! A temporary in the last expression.
//@ editions: 2021 check-fail, 2024 run
use std::cell::RefCell;

fn letters() -> usize {
    let name = RefCell::new(String::from("Ada"));
    name.borrow().len() //~ 2021 ERROR E0597 `name` does not live long enough
}

fn main() {
    println!("{}", letters()); //~ 2024 prints 3
}
