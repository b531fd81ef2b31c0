//! A value that is larger than half of all addresses.
//@ build-fail
fn main() {
    let large = [0_u8; 1 << 63]; //~ ERROR too big for the target architecture
    println!("{}", large.len());
}
