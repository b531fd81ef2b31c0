//! Passing a large array by value, timed against passing one number.
//@ timeout: 20

use std::hint::black_box;
use std::time::{Duration, Instant};

fn timed<T: Copy>(value: T) -> Duration {
    let start = Instant::now();
    for _ in 0..2000 {
        let copy = black_box(value);
        black_box(&copy);
    }
    start.elapsed()
}

fn main() {
    let small = timed(7_u64);
    let large = timed([7_u64; 8192]);
    println!("more than 10 times slower: {}", large > small * 10); //~ prints more than 10 times slower: true
}
