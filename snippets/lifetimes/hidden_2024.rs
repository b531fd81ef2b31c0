//! The same lines in edition 2024.
fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars()
}

fn main() {
    println!("{}", letters("Ada").count()); //~ prints 3
}
