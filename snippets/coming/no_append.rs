//! A slice has no room to grow into.
//@ check-fail

fn main() {
    let mut ages = vec![65, 54, 57];
    let part = &mut ages[1..2];
    part.push(31); //~ ERROR E0599 no method named `push` found
}
