//! A name that is shadowed twice, optimised.
//@ flags: -O

pub fn one(seed: u64) -> u64 {
    let value = seed;
    let value = value ^ 5;
    let value = value.rotate_left(3);
    value
}
