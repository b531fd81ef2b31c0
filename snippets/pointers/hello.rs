//! A text in the program, and the pointer and the length that lead to it.
fn main() {
    let greeting: &'static str = "hello";
    println!("length {}", greeting.len()); //~ prints length 5
    println!("the variable: {} bytes", size_of_val(&greeting)); //~ prints the variable: 16 bytes
    println!("the text: {} bytes", size_of_val(greeting)); //~ prints the text: 5 bytes

    let start: *const u8 = greeting.as_ptr();
    let letter = &raw const greeting.as_bytes()[0];
    println!("starts at the h: {}", start == letter); //~ prints starts at the h: true
    println!("as_ptr: {} bytes", size_of_val(&start)); //~ prints as_ptr: 8 bytes
}
