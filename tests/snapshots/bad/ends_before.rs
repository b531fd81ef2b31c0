//! Bad.
fn main() {
    if true {
        return;
    }
    //@ snapshot: a
}
