//! Two threads that write to two halves of one array.
use std::thread;

fn main() {
    let mut seats = [0_u32; 8];
    let (left, right) = seats.split_at_mut(4);
    thread::scope(|scope| {
        scope.spawn(|| left.fill(1));
        scope.spawn(|| right.fill(2));
    });
    println!("{seats:?}"); //~ prints [1, 1, 1, 1, 2, 2, 2, 2]
}
