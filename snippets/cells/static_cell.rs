//! A Cell is no value for a static.
//@ check-fail
use std::cell::{Cell, OnceCell};

static VISITS: Cell<u32> = Cell::new(0); //~ ERROR E0277 `Cell<u32>` cannot be shared between threads safely
static TITLE: OnceCell<String> = OnceCell::new(); //~ ERROR E0277 `OnceCell<String>` cannot be shared between threads safely

fn main() {
    VISITS.set(1);
    println!("{:?}", TITLE.get());
}
