//! A part of a text, and the `&` forgotten.
//@ check-fail
fn main() {
    let word = String::from("measure");
    let part = word[1..3]; //~ ERROR E0277 size for values of type `str` cannot be known
    println!("{}", &part);
}
