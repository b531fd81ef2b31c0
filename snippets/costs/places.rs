//! An array in the frame, and a vector on the heap.
//@ timed: array, vec
use std::hint::black_box;

pub fn array() {
    let numbers = [7_u32; 16];
    black_box(&numbers);
}

pub fn vec() {
    let numbers = vec![7_u32; 16];
    black_box(&numbers);
}
