//! A text cut between two letters, and through one.
//@ run-fail: 101
use std::hint::black_box;

fn main() {
    let greeting = "Grüße";
    println!("{}", &greeting[..2]); //~ prints Gr
    println!("{:?}", greeting.get(..3)); //~ prints None
    println!("{}", &greeting[..black_box(3)]);
}
