//! Two sales, of which one is lost: a race that is no data race.

use std::sync::Barrier;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

static SOLD: AtomicU32 = AtomicU32::new(0);
static BOTH_HAVE_READ: Barrier = Barrier::new(2);

fn sell() {
    let before = SOLD.load(SeqCst);
    BOTH_HAVE_READ.wait();
    SOLD.store(before + 1, SeqCst);
}

fn main() {
    thread::scope(|scope| {
        scope.spawn(sell);
        scope.spawn(sell);
    });
    println!("counted: {SOLD:?}"); //~ prints counted: 1
}
