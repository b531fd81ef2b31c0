//! Two locals that are never needed at once, in an optimised build.
//@ flags: -C opt-level=3
use std::hint::black_box;

fn main() {
    let first = {
        let mut numbers = [1_u64; 50];
        black_box(&mut numbers).as_ptr().addr()
    };
    let second = {
        let mut numbers = [2_u64; 50];
        black_box(&mut numbers).as_ptr().addr()
    };
    println!("one place for both: {}", first == second); //~ prints one place for both: true
}
