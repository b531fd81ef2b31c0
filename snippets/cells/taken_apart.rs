//! Loans that are as short as they can be.
use std::cell::RefCell;

fn main() {
    let queue = RefCell::new(vec![3, 2, 1]);
    let next = || queue.borrow_mut().pop();
    while let Some(number) = next() {
        println!("number {number}");
        if number == 2 {
            queue.borrow_mut().push(7);
        }
    }
    println!("left: {:?}", queue.borrow()); //~ prints left: []
}
