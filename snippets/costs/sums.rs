//! The same numbers: side by side, and behind a box each.
//@ timed: sum_values, sum_boxes
use std::hint::black_box;

pub struct Numbers {
    values: Vec<u64>,
    boxes: Vec<Box<u64>>,
}

pub fn before() -> Numbers {
    let values: Vec<u64> = (0..100_000).collect();
    Numbers {
        boxes: values.iter().copied().map(Box::new).collect(),
        values,
    }
}

pub fn sum_values(numbers: &mut Numbers) {
    black_box(numbers.values.iter().sum::<u64>());
}

pub fn sum_boxes(numbers: &mut Numbers) {
    black_box(numbers.boxes.iter().map(|number| **number).sum::<u64>());
}
