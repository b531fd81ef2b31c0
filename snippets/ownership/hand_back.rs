//! A function takes a buffer, fills it and hands it back.

fn greet(mut text: String, name: &str) -> String {
    text.push_str(name);
    //@ snapshot: in the call, show: text, name
    text
}

fn main() {
    let mut text = String::with_capacity(32);
    let buffer = text.as_ptr();
    text.push_str("Hello ");
    //@ snapshot: before the call, show: text
    let greeting = greet(text, "Ada");
    //@ snapshot: after the call, show: text, greeting
    println!("{greeting}"); //~ prints Hello Ada
    println!("same buffer: {}", buffer == greeting.as_ptr()); //~ prints same buffer: true
}
