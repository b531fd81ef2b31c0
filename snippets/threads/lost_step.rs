//! Two threads count, and one step is lost.
use std::sync::Barrier;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

fn main() {
    let owners = AtomicU32::new(1);
    let both_have_read = Barrier::new(2);
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                let seen = owners.load(SeqCst);
                both_have_read.wait();
                owners.store(seen + 1, SeqCst);
            });
        }
    });
    println!("1 + 1 + 1 = {}", owners.into_inner()); //~ prints 1 + 1 + 1 = 2
}
