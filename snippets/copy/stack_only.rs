//! Three values that own no heap memory, and move all the same.
//@ check-fail

use std::cell::Cell;

fn main() {
    let range = 0..3;
    let mut number = 7;
    let unique = &mut number;
    let cell = Cell::new(1);

    let (a, b, c) = (range, unique, cell);
    println!("{}", range.end); //~ ERROR E0382 borrow of moved value: `range`
    println!("{unique}"); //~ ERROR E0382 borrow of moved value: `unique`
    println!("{}", cell.get()); //~ ERROR E0382 borrow of moved value: `cell`
    println!("{} {b} {}", a.end, c.get());
}
