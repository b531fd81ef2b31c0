//! An Arc lends its value to read, not to change.
//@ check-fail
use std::sync::Arc;

fn main() {
    let mut seats = Arc::new(12);
    *seats -= 1; //~ ERROR E0594 cannot assign to data in an `Arc`
    let mut words = Arc::new(vec!["sun"]);
    words.push("moon"); //~ ERROR E0596 cannot borrow data in an `Arc` as mutable
    println!("{seats} {words:?}");
    seats = Arc::new(0);
    words = Arc::new(Vec::new());
    println!("{seats} {words:?}");
}
