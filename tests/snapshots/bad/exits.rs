//! Bad.
fn main() {
    //@ snapshot: a
    std::process::exit(3);
}
