//! A vector may be as long as the running program says.
fn main() {
    let words = std::env::args().count();
    let lengths = vec![0; words];
    println!("{lengths:?}"); //~ prints [0]
}
