//! Optimised: a name that is shadowed, and how much stack it needs.
//@ flags: -C opt-level=3

use std::hint::black_box;

#[inline(never)]
fn one(seed: u64) -> u64 {
    let value = seed;
    let value = value ^ 5;
    let value = value.rotate_left(3);
    value
}

fn main() {
    println!("{}", one(black_box(1))); //~ prints 32
    let code = unsafe { *(one as *const [u8; 12]) };
    println!("{code:02x?}"); //~ prints [48, 89, f8, 48, 83, f0, 05, 48, c1, c0, 03, c3]
}
