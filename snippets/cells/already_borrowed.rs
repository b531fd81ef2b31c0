//! A reader and a writer at the same time: the program ends.
//@ run-fail: 101
use std::cell::RefCell;

fn main() {
    let page = RefCell::new(vec![1, 2, 3]);
    let reader = page.borrow();
    println!("first: {}", reader[0]); //~ prints first: 1
    page.borrow_mut().push(4);
    println!("never printed: {reader:?}");
}
