//! A slice of a vector, and a push when the slice is done with.
fn main() {
    let mut scores = vec![1, 2, 3, 4, 5, 6];
    let behind = Box::new(7);
    let last = &scores[4..];
    //@ snapshot: the slice looks into the block
    println!("{last:?} {behind}"); //~ prints [5, 6] 7
    scores.push(8);
    //@ snapshot: after the push
    println!("{scores:?}"); //~ prints [1, 2, 3, 4, 5, 6, 8]
}
