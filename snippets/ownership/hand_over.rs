//! A function that takes a vector and hands it back, optimised.
//@ flags: -O

pub fn hand_over(names: Vec<String>) -> Vec<String> {
    names
}
