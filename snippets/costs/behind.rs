//! A number that is read where it is, and one behind a box.
//@ flags: -O
pub fn here(numbers: &[u64; 4]) -> u64 {
    numbers[2]
}

pub fn behind(numbers: &[Box<u64>; 4]) -> u64 {
    *numbers[2]
}
