//! The loan of the condition lasts until the end of the else.
//@ edition: 2021
//@ run-fail: 101
use std::cell::RefCell;

fn main() {
    let names: RefCell<Vec<&str>> = RefCell::new(Vec::new());
    if let Some(name) = names.borrow().first() {
        println!("{name} was first");
    } else {
        println!("nobody yet"); //~ prints nobody yet
        names.borrow_mut().push("Ada");
    }
    println!("{names:?}");
}
