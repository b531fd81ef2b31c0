//! A mark.
fn main() {
    let x = 1;
    //@ snapshot: a, show: y
    let _ = x;
}
