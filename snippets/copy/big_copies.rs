//! A number passed by value, and a large array.
//@ timed: pass_number, pass_array
use std::hint::black_box;

pub fn before() -> [u64; 8192] {
    [7; 8192]
}

#[inline(never)]
fn first<const COUNT: usize>(row: [u64; COUNT]) -> u64 {
    black_box(&row)[0]
}

pub fn pass_number(row: &mut [u64; 8192]) {
    black_box(first([row[0]]));
}

pub fn pass_array(row: &mut [u64; 8192]) {
    black_box(first(*row));
}
