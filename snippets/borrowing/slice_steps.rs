//! A slice of a vector, and a push when the slice is done with.
fn main() {
    let mut scores = vec![1, 2, 3];
    let last_two = &scores[1..];
    //@ snapshot: the slice looks into the block, show: scores, last_two
    println!("{last_two:?}"); //~ prints [2, 3]
    scores.push(4);
    //@ snapshot: after the push, show: scores
    println!("{scores:?}"); //~ prints [1, 2, 3, 4]
}
