//! How long the loan of a condition lasts.
//@ editions: 2021 run-fail 101, 2024 run
use std::cell::RefCell;

fn main() {
    let names: RefCell<Vec<&str>> = RefCell::new(Vec::new());
    if let Some(name) = names.borrow().first() {
        println!("{name} was first");
    } else {
        println!("nobody yet"); //~ prints nobody yet
        names.borrow_mut().push("Ada");
    }
    println!("{names:?}"); //~ 2024 prints RefCell { value: ["Ada"] }
}
