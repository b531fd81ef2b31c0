//! The same zeros in a vector, and from there in a box.
fn main() {
    let zeros = vec![0_u8; 16 << 20];
    let large: Box<[u8]> = zeros.into_boxed_slice();
    println!("{} MiB in a box", large.len() >> 20); //~ prints 16 MiB in a box
}
