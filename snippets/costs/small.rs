//! A loop that does nothing, and one that copies a number.
//@ timed: nothing, copy_i32
use std::hint::black_box;

pub fn before() -> i32 {
    5
}

pub fn nothing(_number: &mut i32) {}

pub fn copy_i32(number: &mut i32) {
    let copy = *number;
    black_box(copy);
}
