//! Equal or not, a copy has the same bits.

fn main() {
    let odd = f64::from_bits(0x7ff8_0000_0000_cafe);
    let copy = odd;
    println!("equal as numbers: {}", odd == copy); //~ prints equal as numbers: false
    println!("equal as bits: {}", odd.to_bits() == copy.to_bits()); //~ prints equal as bits: true
}
