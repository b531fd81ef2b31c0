//! The owner of the elements ends while a slice of them is in use.
//@ check-fail
fn main() {
    let scores = vec![1, 2, 3];
    let last_two = &scores[1..];
    drop(scores); //~ ERROR E0505 cannot move out of `scores` because it is borrowed
    println!("{last_two:?}");
}
