//! A panic ends one thread, and the others see it.
use std::thread;

fn main() {
    let worker = thread::spawn(|| {
        let seats: Vec<u32> = Vec::new();
        seats[0]
    });
    let result = worker.join();
    println!("the worker panicked: {}", result.is_err()); //~ prints the worker panicked: true
}
