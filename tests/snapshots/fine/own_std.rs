//! Fine.
mod std {}
fn main() {
    let x = 1;
    //@ snapshot: a
    let _ = x;
}
