//! A constant is copied to each use, a static is one place.
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

fn count(counter: &AtomicU32) -> u32 {
    counter.fetch_add(1, Relaxed) + 1
}

fn main() {
    const FRESH: AtomicU32 = AtomicU32::new(0);
    static KEPT: AtomicU32 = AtomicU32::new(0);
    let fresh = [count(&FRESH), count(&FRESH), count(&FRESH)];
    println!("const: {fresh:?}"); //~ prints const: [1, 1, 1]
    let kept = [count(&KEPT), count(&KEPT), count(&KEPT)];
    println!("static: {kept:?}"); //~ prints static: [1, 2, 3]
}
