//! A number as an index into a text.
//@ check-fail
fn main() {
    let greeting = String::from("Grüße");
    println!("{}", greeting[2]); //~ ERROR E0277 the type `str` cannot be indexed by `{integer}`
}
