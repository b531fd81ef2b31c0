//! Two readers at the same time, and no writer.
use std::sync::{Barrier, RwLock};
use std::thread;

fn main() {
    let words = RwLock::new(vec!["sun", "moon"]);
    let both_inside = Barrier::new(2);
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                let reader = words.read().unwrap();
                both_inside.wait();
                assert!(words.try_write().is_err());
                both_inside.wait();
                drop(reader);
            });
        }
    });
    words.write().unwrap().push("star");
    println!("{:?}", words.read().unwrap()); //~ prints ["sun", "moon", "star"]
}
