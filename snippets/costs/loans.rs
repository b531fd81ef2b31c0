//! One step of a counter: plain, and in a cell that counts its loans.
//@ timed: add_plain, add_refcell
use std::cell::RefCell;
use std::hint::black_box;

#[derive(Default)]
pub struct Counters {
    plain: u64,
    cell: RefCell<u64>,
}

pub fn before() -> Counters {
    Counters::default()
}

pub fn add_plain(counters: &mut Counters) {
    counters.plain += 1;
}

pub fn add_refcell(counters: &mut Counters) {
    *black_box(&counters.cell).borrow_mut() += 1;
}
