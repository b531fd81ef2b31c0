//! A thread writes into the stack of another, with permission.
use std::thread;

fn main() {
    let mut seats = 10;
    let place = (&raw const seats).addr();
    let elsewhere = thread::scope(|scope| {
        let worker = scope.spawn(|| {
            seats += 1;
            let local = 0_u32;
            (&raw const local).addr().abs_diff(place)
        });
        worker.join().unwrap()
    });
    println!("seats: {seats}"); //~ prints seats: 11
    println!("more than a stack apart: {}", elsewhere > 8 << 20); //~ prints more than a stack apart: true
}
