//! The same bytes in the frame and behind a box: cloned and dropped.
//@ timed: clone_array, clone_box
use std::hint::black_box;

pub struct Copies {
    array: [u8; 64],
    block: Box<[u8; 64]>,
}

pub fn before() -> Copies {
    Copies {
        array: [7; 64],
        block: Box::new([7; 64]),
    }
}

pub fn clone_array(copies: &mut Copies) {
    black_box(copies.array.clone());
}

pub fn clone_box(copies: &mut Copies) {
    black_box(copies.block.clone());
}
