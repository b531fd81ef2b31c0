//! From bytes to values: what may go wrong is asked first.
fn main() {
    let file = *b"\x2a\x00\x00\x00\x02h\xc3\xa9!";
    let (number, rest) = file.split_first_chunk().unwrap();
    println!("{}", u32::from_le_bytes(*number)); //~ prints 42
    let Some((flag, text)) = rest.split_first() else {
        return;
    };
    println!("a bool: {}", matches!(flag, 0 | 1)); //~ prints a bool: false
    println!("{:?}", std::str::from_utf8(text)); //~ prints Ok("hé!")
    println!("{}", std::str::from_utf8(&text[..2]).is_err()); //~ prints true
}
