//! The same two lines, with cells that may be shared and changed.
use std::cell::Cell;

fn add_twice(total: &Cell<u32>, step: &Cell<u32>) {
    total.set(total.get() + step.get());
    total.set(total.get() + step.get());
}

fn main() {
    let total = Cell::new(2);
    let step = Cell::new(2);
    add_twice(&total, &step);
    println!("apart: {}", total.get()); //~ prints apart: 6

    let total = Cell::new(2);
    add_twice(&total, &total);
    println!("the same: {}", total.get()); //~ prints the same: 8
}
