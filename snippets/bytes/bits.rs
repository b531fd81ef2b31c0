//! A byte: its bits, and the same bits read with and without a sign.
fn main() {
    let byte = 0b1111_0000_u8;
    println!("binary {byte:08b}, hexadecimal {byte:02x}"); //~ prints binary 11110000, hexadecimal f0
    println!("without a sign: {byte}"); //~ prints without a sign: 240
    println!("with a sign: {}", byte as i8); //~ prints with a sign: -16
    println!("{} bits are set", byte.count_ones()); //~ prints 4 bits are set
    println!("the last one: {}", byte & 1); //~ prints the last one: 0
}
