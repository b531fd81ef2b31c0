//! Many zeros that can be changed, and the size of the program's file.
//@ flags: -C opt-level=0
use std::sync::atomic::{AtomicU8, Ordering::Relaxed};

static ZEROS: [AtomicU8; 16 << 20] = [const { AtomicU8::new(0) }; 16 << 20];

fn main() {
    let file = std::fs::metadata("/proc/self/exe").unwrap().len();
    println!("the static: {} MiB", size_of_val(&ZEROS) >> 20); //~ prints the static: 16 MiB
    println!("the file is smaller: {}", file < 16 << 20); //~ prints the file is smaller: true
    println!("{}", ZEROS[1 << 20].load(Relaxed)); //~ prints 0
}
