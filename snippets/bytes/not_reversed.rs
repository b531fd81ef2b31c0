//! Bytes of a text, of an array and of one number.
fn main() {
    println!("{:?}", "slop".as_bytes()); //~ prints [115, 108, 111, 112]
    println!("{:?}", [1_u16, 2].map(u16::to_ne_bytes)); //~ prints [[1, 0], [2, 0]]
    println!("{:?}", 1_u32.to_ne_bytes()); //~ prints [1, 0, 0, 0]
    println!("{:08b}", 0b1000_0000_u8.to_ne_bytes()[0]); //~ prints 10000000
}
