//! The same bytes, read as several types.
fn main() {
    let bytes = [0x00, 0x00, 0x01, 0x41];
    println!("bytes: {bytes:?}"); //~ prints bytes: [0, 0, 1, 65]
    let number = u32::from_be_bytes(bytes);
    println!("u32: {number}"); //~ prints u32: 321
    println!("char: {:?}", char::from_u32(number)); //~ prints char: Some('Ł')
    println!("two u16: {} {}", number >> 16, number & 0xffff); //~ prints two u16: 0 321
    println!("f32 is tiny: {}", f32::from_be_bytes(bytes) < 1e-40); //~ prints f32 is tiny: true
}
