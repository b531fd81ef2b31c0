//! A reference to a value that no variable owns.
//@ check-fail
fn main() {
    let word = String::from("hello world").trim(); //~ ERROR E0716 temporary value dropped while borrowed
    println!("{word}");
}
