//! A length that only the running program knows.
//@ check-fail
fn main() {
    let words = std::env::args().count();
    let lengths = [0; words]; //~ ERROR E0435 attempt to use a non-constant value in a constant
    println!("{lengths:?}");
}
