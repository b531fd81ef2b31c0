//! A part of a vector: lent as a slice, and copied.
//@ timed: lend_part, copy_part
use std::hint::black_box;

pub fn before() -> Vec<u64> {
    (0..1_000).collect()
}

pub fn lend_part(numbers: &mut Vec<u64>) {
    black_box(&numbers[100..900]);
}

pub fn copy_part(numbers: &mut Vec<u64>) {
    black_box(numbers[100..900].to_vec());
}
