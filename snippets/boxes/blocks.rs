//! What each box asks of the heap.
use std::fmt::Display;

struct Marker;

fn main() {
    let name = String::from("Ada");
    let number = 7_i32; //~ allocates nothing
    let boxed = Box::new(7_i32); //~ allocates 1 block, 4 bytes
    let nested = Box::new(Box::new(7_i32)); //~ allocates 2 blocks, 12 bytes
    let slice: Box<[i32]> = Box::from([7, 8, 9]); //~ allocates 1 block, 12 bytes
    let text: Box<str> = Box::from("Ada"); //~ allocates 1 block, 3 bytes
    let shown: Box<dyn Display> = Box::new(7_i32); //~ allocates 1 block, 4 bytes
    let length: Box<dyn Fn() -> usize> = Box::new(move || name.len()); //~ allocates 1 block, 24 bytes
    let marker = Box::new(Marker); //~ allocates nothing

    println!("{number} {boxed} {nested} {slice:?} {text} {shown}"); //~ prints 7 7 7 [7, 8, 9] Ada 7
    println!("{} {}", length(), size_of_val(&marker)); //~ prints 3 8
}
