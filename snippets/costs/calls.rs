//! The areas of a thousand squares: the type known, and behind `dyn`.
//@ timed: call_static, call_dyn
use std::hint::black_box;

pub trait Shape {
    fn area(&self) -> u64;
}

impl Shape for u64 {
    fn area(&self) -> u64 {
        self * self
    }
}

pub fn before() -> Vec<u64> {
    (0..1_000).collect()
}

pub fn call_static(sides: &mut Vec<u64>) {
    black_box(sides.iter().map(|side| side.area()).sum::<u64>());
}

pub fn call_dyn(sides: &mut Vec<u64>) {
    let area = |side: &u64| black_box(side as &dyn Shape).area();
    black_box(sides.iter().map(area).sum::<u64>());
}
