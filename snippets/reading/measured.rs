//! A program that says how large three values are.
fn main() {
    println!("a number: {} bytes", size_of::<u64>()); //~ prints a number: 8 bytes
    println!("a text: {} bytes", size_of::<String>()); //~ prints a text: 24 bytes
    println!("nothing: {} bytes", size_of::<()>()); //~ prints nothing: 0 bytes
}
