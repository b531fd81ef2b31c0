//! A mark.
fn main() {
    let (a, b, c, d, e, f, g) = (1, 2, 3, 4, 5, 6, 7);
    //@ snapshot: a
    let _ = (a, b, c, d, e, f, g);
}
