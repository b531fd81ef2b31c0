//! The areas of a thousand squares: the type known, and behind `dyn`.
//@ timed: call_static, call_dyn
use std::hint::black_box;

pub trait Shape {
    fn area(&self) -> u64;
}

pub struct Square(u64);

impl Shape for Square {
    fn area(&self) -> u64 {
        self.0 * self.0
    }
}

pub fn before() -> Vec<Square> {
    (0..1_000).map(Square).collect()
}

//@ region calls
pub fn call_static(squares: &mut Vec<Square>) {
    black_box(squares.iter().map(Square::area).sum::<u64>());
}

pub fn call_dyn(squares: &mut Vec<Square>) {
    let area = |square: &Square| black_box(square as &dyn Shape).area();
    black_box(squares.iter().map(area).sum::<u64>());
}
//@ end
