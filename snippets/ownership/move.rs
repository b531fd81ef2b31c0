//! A move copies the header; the buffer stays where it is.

use std::mem::transmute_copy;

fn main() {
    let first = String::from("Ada");
    let buffer = first.as_ptr();
    let (length, capacity) = (first.len(), first.capacity());
    let words: [usize; 3] = unsafe { transmute_copy(&first) };

    let second = first; //~ allocates nothing

    println!("same buffer: {}", buffer == second.as_ptr()); //~ prints same buffer: true
    let same = (length, capacity) == (second.len(), second.capacity());
    println!("same length and capacity: {same}"); //~ prints same length and capacity: true
    let moved: [usize; 3] = unsafe { transmute_copy(&second) };
    println!("same header, word for word: {}", words == moved); //~ prints same header, word for word: true
    println!("{second}"); //~ prints Ada
}
