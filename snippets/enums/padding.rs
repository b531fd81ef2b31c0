//! Padding is no place for a tag: None needs bytes of its own.
fn main() {
    let content = size_of::<u32>() + size_of::<u8>();
    println!("content: {content} bytes"); //~ prints content: 5 bytes
    println!("pair: {} bytes", size_of::<(u32, u8)>()); //~ prints pair: 8 bytes

    let optional = size_of::<Option<(u32, u8)>>();
    println!("optional pair: {optional} bytes"); //~ prints optional pair: 12 bytes

    let with_bool = size_of::<Option<(u32, bool)>>();
    println!("with a bool: {with_bool} bytes"); //~ prints with a bool: 8 bytes
}
