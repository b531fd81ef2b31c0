//! Has a type error.
fn main() {
    let number: u8 = "one";
}
