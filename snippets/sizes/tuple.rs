//! Three values in a tuple, and the bytes between them.
use std::mem::offset_of;

type Mixed = (char, u8, i32);

fn main() {
    let content = size_of::<char>() + size_of::<u8>() + size_of::<i32>();
    println!("content {content} bytes"); //~ prints content 9 bytes
    println!(
        "size {} bytes, align {}",
        size_of::<Mixed>(),
        align_of::<Mixed>()
    ); //~ prints size 12 bytes, align 4

    println!("char at {}", offset_of!(Mixed, 0)); //~ prints char at 0
    println!("u8 at {}", offset_of!(Mixed, 1)); //~ prints u8 at 4
    println!("i32 at {}", offset_of!(Mixed, 2)); //~ prints i32 at 8
}
