//! A large vector of zeros, and a quarter of it written to.
fn main() {
    let mut zeros = vec![0_u8; 256 << 20];
    zeros[..64 << 20].fill(1);
    println!("{} is the last byte", zeros[(256 << 20) - 1]); //~ prints 0 is the last byte
}
