//! A static for all threads, and one for each.
use std::cell::Cell;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::thread;

static ALL: AtomicU32 = AtomicU32::new(10);

thread_local! {
    static OWN: Cell<u32> = const { Cell::new(100) };
}

fn count() -> (u32, u32) {
    OWN.set(OWN.get() + 1);
    (ALL.fetch_add(1, Relaxed) + 1, OWN.get())
}

fn main() {
    println!("main: {:?}", count()); //~ prints main: (11, 101)
    let other = thread::spawn(count).join().unwrap();
    println!("another thread: {other:?}"); //~ prints another thread: (12, 101)
    println!("main: {:?}", count()); //~ prints main: (13, 102)
}
