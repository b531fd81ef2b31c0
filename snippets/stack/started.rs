//! A thread that does nothing.
use std::thread;

fn main() {
    let worker = thread::spawn(|| ());
    worker.join().unwrap();
}
