//! One text, counted in three ways.

fn main() {
    let text = "Grüße 😀";
    println!("{} bytes", text.len()); //~ prints 12 bytes
    println!("{} units of UTF-16", text.encode_utf16().count()); //~ prints 8 units of UTF-16
    println!("{} chars", text.chars().count()); //~ prints 7 chars
    println!("second char: {:?}", text.chars().nth(1)); //~ prints second char: Some('r')
    println!("first byte: {}", text.as_bytes()[0]); //~ prints first byte: 71
    println!("cut: {:?}", text.get(0..3)); //~ prints cut: None
}
