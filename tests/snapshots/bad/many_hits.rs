//! Bad.
fn main() {
    for i in 0..100_000 {
        //@ snapshot: a
        let _ = i;
    }
}
