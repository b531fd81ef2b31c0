//! Four ways to change what is in an Arc, and only one of them locks.
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let mut alone = Arc::new(1);
    *Arc::get_mut(&mut alone).unwrap() += 1;
    let other = Arc::clone(&alone);
    *Arc::make_mut(&mut alone) += 10;
    println!("alone {alone}, other {other}"); //~ prints alone 12, other 2

    let visits = Arc::new(AtomicU32::new(0));
    let score = Arc::new(Mutex::new(0));
    let (v, s) = (Arc::clone(&visits), Arc::clone(&score));
    let worker = thread::spawn(move || {
        v.fetch_add(1, Relaxed);
        *s.lock().unwrap() += 5;
    });
    worker.join().unwrap();
    println!("visits {}", visits.load(Relaxed)); //~ prints visits 1
    println!("score {}", score.lock().unwrap()); //~ prints score 5
}
