//! What the loop finds is kept, and added behind it.
fn main() {
    let mut scores = vec![1, 2, 3];
    let bonus: Vec<i32> = scores
        .iter()
        .filter(|score| **score > 1)
        .map(|score| score * 10)
        .collect();
    scores.extend(bonus);
    println!("{scores:?}"); //~ prints [1, 2, 3, 20, 30]

    for at in 0..scores.len() {
        scores.push(-scores[at]);
    }
    println!("{} scores", scores.len()); //~ prints 10 scores
}
