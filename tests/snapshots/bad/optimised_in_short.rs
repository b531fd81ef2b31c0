//! Bad.
//@ flags: -O
fn main() {
    //@ snapshot: a
}
