//! A panic ends its thread, not the others.
use std::thread;

fn main() {
    let worker = thread::spawn(|| {
        let rows = [1, 2, 3];
        rows.iter().map(|row| 6 / (row - 1)).sum::<i32>()
    });
    println!("sum: {:?}", worker.join().ok()); //~ prints sum: None
    println!("main goes on"); //~ prints main goes on
}
