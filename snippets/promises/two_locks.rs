//! Two sales under a lock, and one of them is lost all the same.

use std::sync::{Barrier, Mutex};
use std::thread;

static SOLD: Mutex<u32> = Mutex::new(0);
static BOTH_HAVE_READ: Barrier = Barrier::new(2);

fn sell() {
    let before = *SOLD.lock().unwrap();
    BOTH_HAVE_READ.wait();
    *SOLD.lock().unwrap() = before + 1;
}

fn main() {
    thread::scope(|scope| {
        scope.spawn(sell);
        scope.spawn(sell);
    });
    println!("counted: {}", SOLD.lock().unwrap()); //~ prints counted: 1
}
