//! A text among the numbers of an array.
//@ check-fail
fn main() {
    let row = [65, "54", 57]; //~ ERROR E0308 mismatched types
    println!("{row:?}");
}
