//! Two statics: one is for reading, the other can change.
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

static FIXED: u32 = 12;
static SEATS: AtomicU32 = AtomicU32::new(12);

fn main() {
    SEATS.fetch_sub(1, Relaxed);
    let (seats, fixed) = (SEATS.load(Relaxed), FIXED);
    println!("{seats} of {fixed}"); //~ prints 11 of 12
}
