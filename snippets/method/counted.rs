//! A list and the block that it asks for.
fn main() {
    let list = vec![1_u8, 2, 3]; //~ allocates 1 block, 3 bytes
    println!("{list:?}"); //~ prints [1, 2, 3]
}
