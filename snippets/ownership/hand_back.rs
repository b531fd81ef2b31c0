//! A function takes a buffer, fills it and hands it back.

fn greet(mut text: String, name: &str) -> String {
    text.push_str(name);
    text
}

fn main() {
    let mut text = String::with_capacity(32);
    let buffer = text.as_ptr();
    text.push_str("Hello ");
    text = greet(text, "Ada");
    println!("{text}"); //~ prints Hello Ada
    println!("same buffer: {}", buffer == text.as_ptr()); //~ prints same buffer: true
}
