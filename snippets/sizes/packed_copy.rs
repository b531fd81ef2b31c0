//! Reading a packed field without a reference to it.
use std::mem::offset_of;

#[repr(C, packed)]
struct Packed {
    flag: u8,
    count: u32,
}

fn main() {
    let packed = Packed { flag: 1, count: 7 };
    let count = packed.count;
    println!("flag {}, count {count}", packed.flag); //~ prints flag 1, count 7
    println!("count at offset {}", offset_of!(Packed, count)); //~ prints count at offset 1

    let place = &raw const packed.count;
    let again = unsafe { place.read_unaligned() };
    println!("read in place: {again}"); //~ prints read in place: 7
}
