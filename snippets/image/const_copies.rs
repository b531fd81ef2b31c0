//! A constant is copied to each use, a static is one place.
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

#[expect(const_item_interior_mutations)]
fn main() {
    const FRESH: AtomicU32 = AtomicU32::new(0);
    static KEPT: AtomicU32 = AtomicU32::new(0);
    for _ in 0..3 {
        FRESH.fetch_add(1, Relaxed);
        KEPT.fetch_add(1, Relaxed);
    }
    println!("const: {}", FRESH.load(Relaxed)); //~ prints const: 0
    println!("static: {}", KEPT.load(Relaxed)); //~ prints static: 3
}
