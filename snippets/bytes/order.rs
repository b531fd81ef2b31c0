//! In which order the bytes of a number lie in memory.
fn main() {
    let number = 0x0a0b_0c0d_u32;
    println!("here {:02x?}", number.to_ne_bytes()); //~ prints here [0d, 0c, 0b, 0a]
    println!("little {:02x?}", number.to_le_bytes()); //~ prints little [0d, 0c, 0b, 0a]
    println!("big {:02x?}", number.to_be_bytes()); //~ prints big [0a, 0b, 0c, 0d]
    println!("little here: {}", cfg!(target_endian = "little")); //~ prints little here: true
    println!("the number: {number:#x}"); //~ prints the number: 0xa0b0c0d
    println!("half of it: {:#x}", number >> 16); //~ prints half of it: 0xa0b
}
