//! The same with something else at the start.
//@ flags: -C opt-level=0
use std::sync::atomic::{AtomicU8, Ordering::Relaxed};

static NEARLY: [AtomicU8; 16 << 20] = {
    let mut bytes = [const { AtomicU8::new(0) }; 16 << 20];
    bytes[0] = AtomicU8::new(1);
    bytes
};

fn main() {
    let file = std::fs::metadata("/proc/self/exe").unwrap().len();
    println!("the file is smaller: {}", file < 16 << 20); //~ prints the file is smaller: false
    println!("{}", NEARLY[0].load(Relaxed)); //~ prints 1
}
