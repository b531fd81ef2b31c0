//! A function is lent a text, and returns a part of it.
fn first_word(text: &str) -> &str {
    let end = text.find(' ').unwrap_or(text.len());
    let found = &text[..end];
    //@ snapshot: in the call, show: text, found, line
    found
}

fn main() {
    let line = String::from("hello world");
    //@ snapshot: before the call
    let word = first_word(&line);
    //@ snapshot: after the call
    println!("{word}"); //~ prints hello
}
