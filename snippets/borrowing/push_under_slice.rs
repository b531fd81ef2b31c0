//! A push while a slice of the vector is in use.
//@ check-fail
fn main() {
    let mut scores = vec![1, 2, 3];
    let last_two = &scores[1..];
    scores.push(4); //~ ERROR E0502 cannot borrow `scores` as mutable because it is also borrowed as immutable
    println!("{last_two:?}");
}
