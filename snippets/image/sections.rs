//! Six statics, a literal, a constant and a function.
use std::cell::Cell;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

const LIMIT: u32 = 100;
static ANSWER: u32 = 42;
static GREETING: &str = "hello";
static STARTED: AtomicU32 = AtomicU32::new(7);
static VISITS: AtomicU32 = AtomicU32::new(0);

thread_local! {
    static DEPTH: Cell<u32> = const { Cell::new(1) };
    static SEEN: Cell<u32> = const { Cell::new(0) };
}

fn visit() -> u32 {
    VISITS.fetch_add(1, Relaxed) + STARTED.load(Relaxed) + ANSWER
}

fn main() {
    println!("{GREETING} {}", visit().min(LIMIT)); //~ prints hello 49
    println!("{} {}", DEPTH.get(), SEEN.get()); //~ prints 1 0
}
