//! An optional box is a pointer or zero, and this much is promised.
use std::mem::transmute;

fn main() {
    let none: Option<Box<u32>> = None;
    let bytes: [u8; size_of::<usize>()] = unsafe { transmute(none) };
    println!("{bytes:?}"); //~ prints [0, 0, 0, 0, 0, 0, 0, 0]

    let back: Option<Box<u32>> = unsafe { transmute(bytes) };
    println!("{back:?}"); //~ prints None
}
