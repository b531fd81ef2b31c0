//! One number, seen as a type and as a trait.
use std::fmt::Display;

fn main() {
    let number = 7_u32;
    let thin = &number;
    //@ snapshot: thin
    let wide: &dyn Display = &number;
    //@ snapshot: wide
    println!("{thin} {wide}"); //~ prints 7 7
}
