//! The loan of the condition ends before the else.
use std::cell::RefCell;

fn main() {
    let names: RefCell<Vec<&str>> = RefCell::new(Vec::new());
    if let Some(name) = names.borrow().first() {
        println!("{name} was first");
    } else {
        println!("nobody yet"); //~ prints nobody yet
        names.borrow_mut().push("Ada");
    }
    println!("{names:?}"); //~ prints RefCell { value: ["Ada"] }
}
