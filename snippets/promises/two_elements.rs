//! Two elements of one vector, changed at the same time.
//@ check-fail

use std::mem::swap;

fn main() {
    let mut seats = vec!["Ada", "Grace"];
    swap(&mut seats[0], &mut seats[1]); //~ ERROR E0499 cannot borrow `seats` as mutable more than once
    println!("{seats:?}");
}
