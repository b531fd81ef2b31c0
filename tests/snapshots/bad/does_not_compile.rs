//! A mark.
fn main() {
    //@ snapshot: a
    let x: u8 = true;
}
