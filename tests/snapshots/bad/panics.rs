//! Bad.
fn main() {
    //@ snapshot: a
    panic!("no");
}
