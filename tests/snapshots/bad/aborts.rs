//! Bad.
fn main() {
    //@ snapshot: a
    std::process::abort();
}
