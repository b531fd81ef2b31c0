//! A result that hides its type, and the text in it.
//@ editions: 2021 check-fail, 2024 run
fn letters(text: &str) -> impl Iterator<Item = char> {
    //~v 2021 ERROR E0700 hidden type for `impl Iterator<Item = char>` captures lifetime
    text.chars()
}

fn main() {
    println!("{}", letters("Ada").count()); //~ 2024 prints 3
}
