//! Numbers pushed into a vector that grows, and into one that has room.
//@ timed: push_growing, push_with_room
use std::hint::black_box;

fn push_all(mut numbers: Vec<u64>) {
    for number in 0..1_000 {
        numbers.push(number);
        black_box(&mut numbers);
    }
}

pub fn push_growing() {
    push_all(Vec::new());
}

pub fn push_with_room() {
    push_all(Vec::with_capacity(1_000));
}
