//! A second borrow that comes while the first is in use.
//@ run-fail: 101

use std::cell::RefCell;

fn main() {
    let list = RefCell::new(vec![1, 2, 3]);
    for number in list.borrow().iter() {
        println!("at {number}"); //~ prints at 1
        list.borrow_mut().push(number * 10);
    }
}
