//! A Cell for every thread.
use std::cell::Cell;
use std::thread;

thread_local! {
    static VISITS: Cell<u32> = const { Cell::new(0) };
}

fn main() {
    VISITS.set(5);
    let theirs = thread::spawn(|| {
        VISITS.set(VISITS.get() + 1);
        VISITS.get()
    });
    println!("theirs: {}", theirs.join().unwrap()); //~ prints theirs: 1
    println!("ours: {}", VISITS.get()); //~ prints ours: 5
}
