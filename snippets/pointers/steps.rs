//! A reference to a reference: two steps, each of them an address.
use std::ptr;

fn main() {
    let number = 7;
    let inner = &number;
    //@ snapshot: one step
    let outer = &inner;
    //@ snapshot: two steps
    println!("{} and {} bytes", size_of_val(&inner), size_of_val(&outer)); //~ prints 8 and 8 bytes

    let one = ptr::eq(outer, &raw const inner);
    println!("outer leads to inner: {one}"); //~ prints outer leads to inner: true
    let two = ptr::eq(*outer, &raw const number);
    println!("inner leads to number: {two}"); //~ prints inner leads to number: true
    println!("two steps to {}", **outer); //~ prints two steps to 7
}
