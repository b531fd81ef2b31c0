//! Asking the compiler for a size and an alignment.
fn main() {
    println!("an i32 takes {} bytes", size_of::<i32>()); //~ prints an i32 takes 4 bytes
    println!("it starts at a multiple of {}", align_of::<i32>()); //~ prints it starts at a multiple of 4

    let greeting = String::from("hello");
    println!("this String takes {} bytes", size_of_val(&greeting)); //~ prints this String takes 24 bytes
}
