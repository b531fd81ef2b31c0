//! Two threads, each with its own stack.
use std::sync::{Arc, Barrier};
use std::thread;

fn work(number: u32, gate: &Barrier) -> u32 {
    let double = number * 2;
    gate.wait();
    gate.wait();
    double
}

fn main() {
    let gate = Arc::new(Barrier::new(3));
    let handles: Vec<_> = (1..3)
        .map(|number| {
            let gate = Arc::clone(&gate);
            thread::Builder::new()
                .name(format!("worker {number}"))
                .spawn(move || work(number, &gate))
                .unwrap()
        })
        .collect();
    gate.wait();
    //@ snapshot: running, show: number, double
    gate.wait();
    let sum: u32 = handles.into_iter().map(|one| one.join().unwrap()).sum();
    //@ snapshot: joined, show: sum
    let _ = sum;
}
