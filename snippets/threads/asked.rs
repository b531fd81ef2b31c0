//! What sharing asks of the heap.
use std::sync::{Arc, Condvar, Mutex, RwLock};

fn main() {
    let mutex = Mutex::new(7_u64); //~ allocates nothing
    let lock = RwLock::new(7_u64); //~ allocates nothing
    let bell = Condvar::new(); //~ allocates nothing
    let both = Arc::new(Mutex::new(7_u64)); //~ allocates 1 block, 32 bytes
    println!("{mutex:?} {lock:?} {bell:?} {both:?}");

    let shared = Arc::new(7_u64); //~ allocates 1 block, 24 bytes
    let other = Arc::clone(&shared); //~ allocates nothing
    drop(shared); //~ frees nothing
    let observer = Arc::downgrade(&other); //~ allocates nothing
    drop(other); //~ frees nothing
    drop(observer); //~ frees 1 block, 24 bytes
}
