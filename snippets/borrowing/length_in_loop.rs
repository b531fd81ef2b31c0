//! A loop changes each score, and asks how many there are.
//@ check-fail
fn main() {
    let mut scores = vec![10, 20, 30];
    for score in &mut scores {
        *score /= scores.len(); //~ ERROR E0502 cannot borrow `scores` as immutable because it is also borrowed as mutable
    }
    println!("{scores:?}");
}
