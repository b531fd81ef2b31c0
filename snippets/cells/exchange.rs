//! Whole values go in and come out.
use std::cell::Cell;

fn main() {
    let name = Cell::new(String::from("Ada"));
    let old = name.replace(String::from("Grace"));
    println!("{old} comes out"); //~ prints Ada comes out
    let now = name.take();
    println!("{now} comes out"); //~ prints Grace comes out
    println!("left: {:?}", name.into_inner()); //~ prints left: ""
}
