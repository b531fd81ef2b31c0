//! Two mutable references to one value, both in use.
//@ check-fail
fn main() {
    let mut score = 10;
    let first = &mut score;
    let second = &mut score; //~ ERROR E0499 cannot borrow `score` as mutable more than once at a time
    *first += 1;
    *second += 1;
}
