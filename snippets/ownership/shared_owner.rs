//! Two handles keep one value alive, and both may change it.

use std::cell::Cell;
use std::rc::Rc;

fn main() {
    let first = Rc::new(Cell::new(1));
    let second = Rc::clone(&first);
    println!("handles: {}", Rc::strong_count(&first)); //~ prints handles: 2

    let moved = second;
    println!("handles after a move: {}", Rc::strong_count(&first)); //~ prints handles after a move: 2

    first.set(2);
    moved.set(moved.get() + 1);
    println!("seen by the first: {}", first.get()); //~ prints seen by the first: 3

    drop(first);
    println!("seen by the second: {}", moved.get()); //~ prints seen by the second: 3
}
