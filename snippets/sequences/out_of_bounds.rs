//! An index behind the end, in an array and in a vector.
//@ run-fail: 101
use std::hint::black_box;

fn main() {
    let index = black_box(3);
    let array = [65, 54, 57];
    println!("{:?}", array.get(index)); //~ prints None

    let vector = Vec::from(array);
    println!("{:?}", vector.get(index - 1)); //~ prints Some(57)
    println!("{}", vector[index]);
}
