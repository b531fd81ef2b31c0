//! Ten million numbers, in a local and in a box each.
//@ flags: -C opt-level=3
//@ timeout: 30
use std::hint::black_box;
use std::time::Instant;

const ROUNDS: u64 = 10_000_000;

fn main() {
    let start = Instant::now();
    for number in 0..ROUNDS {
        black_box(&number);
    }
    let locals = start.elapsed();

    let start = Instant::now();
    for number in 0..ROUNDS {
        black_box(Box::new(number));
    }
    let boxes = start.elapsed();
    println!("boxes took more than twice as long: {}", boxes > 2 * locals); //~ prints boxes took more than twice as long: true
}
