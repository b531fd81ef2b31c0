//! One function without `mut` and one with it, unoptimised.

pub fn without(flags: u32) -> u32 {
    let result = flags | 3;
    result ^ 1
}

#[allow(unused_mut)]
pub fn with(flags: u32) -> u32 {
    let mut result = flags | 3;
    result ^ 1
}
