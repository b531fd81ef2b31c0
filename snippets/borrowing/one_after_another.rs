//! Two mutable references in one scope, one after the other.
fn main() {
    let mut score = 10;
    let first = &mut score;
    *first += 1;
    let second = &mut score;
    *second += 1;
    println!("{score}"); //~ prints 12
}
