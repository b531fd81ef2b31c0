//! A static that two threads could change at the same time.
//@ check-fail
use std::cell::Cell;

static COUNTER: Cell<u32> = Cell::new(0); //~ ERROR E0277

fn main() {
    println!("{}", COUNTER.get());
}
