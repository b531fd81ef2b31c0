//! Where the first box lies, compared with a static and with zero.
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

static COUNTER: AtomicU64 = AtomicU64::new(0);

fn main() {
    let boxed = Box::new(1_u64);
    let place = (&raw const *boxed).addr();
    let counter = (&raw const COUNTER).addr();
    let local = (&raw const boxed).addr();
    println!("above the statics: {}", place > counter); //~ prints above the statics: true
    println!("below the stack: {}", place < local); //~ prints below the stack: true
    println!("beyond the first TiB: {}", place > 1 << 40); //~ prints beyond the first TiB: true
    println!("{}", COUNTER.load(Relaxed) + *boxed);
}
