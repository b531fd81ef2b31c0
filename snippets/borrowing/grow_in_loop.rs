//! A loop over a vector that grows on the way.
//@ check-fail
fn main() {
    let mut scores = vec![1, 2, 3];
    for score in &scores {
        if *score > 1 {
            scores.push(score * 10); //~ ERROR E0502 cannot borrow `scores` as mutable because it is also borrowed as immutable
        }
    }
}
