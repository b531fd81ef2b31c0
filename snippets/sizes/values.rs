//! What size_of_val counts, and what it does not.
fn main() {
    let list = vec![10, 20, 30];
    println!("vector {} bytes", size_of_val(&list)); //~ prints vector 24 bytes
    println!("its elements {} bytes", size_of_val(&list[..])); //~ prints its elements 12 bytes

    let block = Box::new([0_u8; 1000]);
    println!("box {} bytes", size_of_val(&block)); //~ prints box 8 bytes
    println!("its content {} bytes", size_of_val(&*block)); //~ prints its content 1000 bytes

    println!("text {} bytes", size_of_val("grüezi")); //~ prints text 7 bytes
}
