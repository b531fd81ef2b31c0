//! A part of a text, without a copy.
fn main() {
    let word = String::from("measure");
    let part = &word[1..3];
    println!("{part}, {} bytes", part.len()); //~ prints ea, 2 bytes

    let (whole, start) = (word.as_ptr(), part.as_ptr());
    println!("{} byte behind the start", start.addr() - whole.addr()); //~ prints 1 byte behind the start
    println!("é has {} bytes", "é".len()); //~ prints é has 2 bytes
}
