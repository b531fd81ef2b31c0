//! The end of a scope: one block to free, or a hundred.
//@ timed: drop_one, drop_hundred
use std::hint::black_box;

pub fn drop_one() {
    let numbers: Box<[u64; 100]> = Box::new([7; 100]);
    black_box(&numbers);
}

pub fn drop_hundred() {
    let numbers: [Box<u64>; 100] = std::array::from_fn(|_| Box::new(7));
    black_box(&numbers);
}
