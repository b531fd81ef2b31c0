//! The same rule, asked while the program runs.
//@ run-fail: 101
use std::cell::RefCell;

fn main() {
    let score = RefCell::new(10);
    let look = score.borrow();
    println!("looking at {look}"); //~ prints looking at 10
    *score.borrow_mut() += 1;
    println!("never printed");
}
