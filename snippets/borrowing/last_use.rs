//! A shared reference is used for the last time before the mutable one begins.
fn main() {
    let mut score = 10;
    let look = &score;
    println!("before: {look}"); //~ prints before: 10
    let change = &mut score;
    *change += 1;
    println!("after: {score}"); //~ prints after: 11
}
