//! One step of a counter that threads could share: atomic, and locked.
//@ timed: add_atomic, add_mutex
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

#[derive(Default)]
pub struct Counters {
    atomic: AtomicU64,
    mutex: Mutex<u64>,
}

pub fn before() -> Counters {
    Counters::default()
}

pub fn add_atomic(counters: &mut Counters) {
    counters.atomic.fetch_add(1, Relaxed);
}

pub fn add_mutex(counters: &mut Counters) {
    let counters: &Counters = counters;
    *counters.mutex.lock().unwrap() += 1;
}
