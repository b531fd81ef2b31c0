//! Optimised: a place is used again once a block has ended, not once a name is shadowed.
//@ flags: -C opt-level=3

use std::hint::black_box;

fn place(row: &[u64; 64]) -> usize {
    black_box(row).as_ptr().addr()
}

#[inline(never)]
fn shadowed(start: u64) -> bool {
    let row = [start; 64];
    let first = place(&row);
    let row = [start + 1; 64];
    first == place(&row)
}

#[inline(never)]
fn in_blocks(start: u64) -> bool {
    let first = {
        let row = [start; 64];
        place(&row)
    };
    let row = [start + 1; 64];
    first == place(&row)
}

fn main() {
    println!("shadowed: {}", shadowed(black_box(1))); //~ prints shadowed: false
    println!("in blocks: {}", in_blocks(black_box(1))); //~ prints in blocks: true
}
