//! An array that nobody reads, optimised.
//@ flags: -O

pub fn mark(seat: u32) -> u32 {
    let _unused = [seat; 100];
    seat | 3
}
