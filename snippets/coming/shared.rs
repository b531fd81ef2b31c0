//! Two names for one list, on purpose.

use std::cell::RefCell;
use std::rc::Rc;

fn main() {
    let names = Rc::new(RefCell::new(vec!["Ada"]));
    let guests = Rc::clone(&names);
    guests.borrow_mut().push("Grace");
    println!("seen by the first: {}", names.borrow().len()); //~ prints seen by the first: 2
    println!("handles: {}", Rc::strong_count(&names)); //~ prints handles: 2
}
