//! A result that hides its type, and the text in it, in edition 2021.
//@ edition: 2021
//@ check-fail
fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars() //~ ERROR E0700 hidden type for `impl Iterator<Item = char>` captures lifetime
}

fn main() {
    println!("{}", letters("Ada").count());
}
