//! A reference holds the address of its target, and nothing else.
use std::ptr;

fn main() {
    let (answer, page) = (42_u8, [0_u8; 4096]);
    let (first, whole) = (&answer, &page);
    println!("targets: {} {}", size_of_val(first), size_of_val(whole)); //~ prints targets: 1 4096
    println!("pointers: {} {}", size_of_val(&first), size_of_val(&whole)); //~ prints pointers: 8 8

    let leads = ptr::eq(first, &raw const answer);
    println!("first leads to answer: {leads}"); //~ prints first leads to answer: true
    let second = first;
    println!("so does its copy: {}", ptr::eq(first, second)); //~ prints so does its copy: true
}
