//! A handle lends its value to read, not to change.
//@ check-fail
use std::rc::Rc;

fn main() {
    let mut numbers = Rc::new(vec![1, 2, 3]);
    numbers.push(4); //~ ERROR E0596 cannot borrow data in an `Rc` as mutable
    let mut seats = Rc::new(12);
    *seats += 1; //~ ERROR E0594 cannot assign to data in an `Rc`
    println!("{numbers:?} {seats}");
    numbers = Rc::new(Vec::new());
    seats = Rc::new(0);
    println!("{numbers:?} {seats}");
}
