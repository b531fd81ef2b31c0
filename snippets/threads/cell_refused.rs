//! A reference to a Cell stays in its thread, the Cell itself may go.
//@ check-fail
use std::cell::Cell;
use std::thread;

fn main() {
    let score = Cell::new(1);
    thread::scope(|scope| {
        scope.spawn(|| score.set(2)); //~ ERROR E0277 cannot be shared between threads safely
    });
    let worker = thread::spawn(move || score.set(3));
    worker.join().unwrap();
}
