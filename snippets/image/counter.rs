//! A `static mut` and an atomic static, counted up by hand.
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

static mut PLAIN: u32 = 0;
static ATOMIC: AtomicU32 = AtomicU32::new(0);

fn main() {
    for _ in 0..3 {
        // SAFETY: no other thread exists.
        unsafe { PLAIN += 1 };
        ATOMIC.fetch_add(1, Relaxed);
    }
    // SAFETY: as above; the value is copied.
    println!("{} {}", unsafe { PLAIN }, ATOMIC.load(Relaxed)); //~ prints 3 3
    println!("{} {}", size_of::<u32>(), size_of::<AtomicU32>()); //~ prints 4 4
}
