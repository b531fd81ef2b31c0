//! A total that is counted up in a `mut` variable, optimised.
//@ flags: -O

pub fn total() -> u32 {
    let mut sum = 0;
    for number in 1..=6 {
        sum += 2 * number;
    }
    sum
}
