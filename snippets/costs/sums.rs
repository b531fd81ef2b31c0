//! The same numbers side by side, behind a box each, and behind boxes in any order.
//@ timed: sum_values, sum_boxes, sum_scattered
use std::hint::black_box;

const COUNT: u64 = 100_000;

pub struct Numbers {
    values: Vec<u64>,
    boxes: Vec<Box<u64>>,
    scattered: Vec<Box<u64>>,
}

pub fn before() -> Numbers {
    let boxes = || (0..COUNT).map(Box::new).collect::<Vec<_>>();
    let mut scattered = boxes();
    scattered.sort_by_key(|number| number.wrapping_mul(0x9E37_79B9_7F4A_7C15));
    Numbers {
        values: (0..COUNT).collect(),
        boxes: boxes(),
        scattered,
    }
}

//@ region sums
pub fn sum_values(numbers: &mut Numbers) {
    black_box(numbers.values.iter().sum::<u64>());
}

pub fn sum_boxes(numbers: &mut Numbers) {
    black_box(numbers.boxes.iter().map(|number| **number).sum::<u64>());
}

pub fn sum_scattered(numbers: &mut Numbers) {
    black_box(numbers.scattered.iter().map(|number| **number).sum::<u64>());
}
//@ end
