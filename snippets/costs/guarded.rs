//! One step of a counter: plain, counted loans, atomic, locked.
//@ timed: add_plain, add_refcell, add_atomic, add_mutex
use std::cell::RefCell;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

#[derive(Default)]
pub struct Counters {
    plain: u64,
    cell: RefCell<u64>,
    atomic: AtomicU64,
    mutex: Mutex<u64>,
}

pub fn before() -> Counters {
    Counters::default()
}

//@ region steps
pub fn add_plain(counters: &mut Counters) {
    counters.plain += 1;
}

pub fn add_refcell(counters: &mut Counters) {
    *(&*counters).cell.borrow_mut() += 1;
}

pub fn add_atomic(counters: &mut Counters) {
    counters.atomic.fetch_add(1, Relaxed);
}

pub fn add_mutex(counters: &mut Counters) {
    *(&*counters).mutex.lock().unwrap() += 1;
}
//@ end
