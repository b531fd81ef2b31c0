//! Two elements of one vector, both borrowed for a change.
//@ check-fail
fn main() {
    let mut seats = vec![String::from("Ada"), String::from("Grace")];
    let first = &mut seats[0];
    let second = &mut seats[1]; //~ ERROR E0499 cannot borrow `seats` as mutable more than once at a time
    std::mem::swap(first, second);
}
