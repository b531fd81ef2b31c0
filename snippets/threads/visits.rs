//! Four threads count in one number, without a lock.
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::thread;

fn main() {
    let visits = AtomicU32::new(0);
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for _ in 0..10_000 {
                    visits.fetch_add(1, Relaxed);
                }
            });
        }
    });
    println!("visits: {}", visits.into_inner()); //~ prints visits: 40000
}
