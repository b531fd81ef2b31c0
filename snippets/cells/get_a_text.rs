//! A text cannot be copied out of a Cell.
//@ check-fail
use std::cell::Cell;

fn main() {
    let name = Cell::new(String::from("Ada"));
    println!("{}", name.get()); //~ ERROR E0599 its trait bounds were not satisfied
}
