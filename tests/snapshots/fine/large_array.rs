//! Fine.
fn main() {
    let large = [7_u8; 1_000_000];
    //@ snapshot: a
    let _ = large[3];
}
