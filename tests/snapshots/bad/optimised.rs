//! Bad.
//@ flags: -C opt-level=3
fn main() {
    //@ snapshot: a
}
