//! Panics.
fn main() {
    let words = ["a"];
    println!("{}", words[words.len() + 1]);
}
