//! Counting past the largest u8, with overflow checks switched off.
//@ flags: -C overflow-checks=off
use std::hint::black_box;

fn main() {
    let largest = black_box(u8::MAX);
    let after = largest + 1;
    println!("{largest} in bits: {largest:b}"); //~ prints 255 in bits: 11111111
    println!("one more: {after}"); //~ prints one more: 0
}
