//! Which number stands for None: in a bool, in a char, and one level deeper.
use std::mem::transmute;

fn byte(value: Option<bool>) -> u8 {
    unsafe { transmute(value) }
}

fn nested(value: Option<Option<bool>>) -> u8 {
    unsafe { transmute(value) }
}

fn main() {
    println!("Some(false) {}", byte(Some(false))); //~ prints Some(false) 0
    println!("Some(true) {}", byte(Some(true))); //~ prints Some(true) 1
    println!("None {}", byte(None)); //~ prints None 2
    println!("Some(None) {}", nested(Some(None))); //~ prints Some(None) 2
    println!("outer None {}", nested(None)); //~ prints outer None 3

    let no_letter: u32 = unsafe { transmute(None::<char>) };
    println!("last char {:#x}", u32::from(char::MAX)); //~ prints last char 0x10ffff
    println!("no char {no_letter:#x}"); //~ prints no char 0x110000
}
