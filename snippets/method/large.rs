//! A small block and a large one.
fn main() {
    let small = Box::new(7_u8);
    let large = vec![*small; 1 << 20];
    println!("{} bytes", large.len()); //~ prints 1048576 bytes
}
