//! A Cell may go to another thread, as long as it goes alone.
use std::cell::Cell;
use std::thread;

fn main() {
    let score = Cell::new(1);
    let worker = thread::spawn(move || {
        score.set(score.get() + 1);
        score
    });
    let back = worker.join().unwrap();
    println!("score: {}", back.get()); //~ prints score: 2
}
