//! An array that nobody reads, in a plain build.

pub fn mark(seat: u32) -> u32 {
    let _unused = [seat; 100];
    seat | 3
}
