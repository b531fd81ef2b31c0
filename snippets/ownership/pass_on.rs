//! A function that takes a vector and hands it back, optimised.
//@ flags: -O

pub fn pass_on(names: Vec<String>) -> Vec<String> {
    names
}
