//! From a string to its vector of bytes, and back.
fn main() {
    let text = String::from("hello");
    let buffer = text.as_ptr();
    let mut bytes: Vec<u8> = text.into_bytes();
    println!("same buffer: {}", buffer == bytes.as_ptr()); //~ prints same buffer: true

    bytes[0] = b'j';
    let text = String::from_utf8(bytes).unwrap();
    println!("{text}, same buffer: {}", buffer == text.as_ptr()); //~ prints jello, same buffer: true

    let answer = String::from_utf8(vec![0xFF, 0xFE]);
    println!("not UTF-8: {}", answer.is_err()); //~ prints not UTF-8: true
}
