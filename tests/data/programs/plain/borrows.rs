//! Has a borrow error.
fn main() {
    let text = String::new();
    drop(text);
    drop(text);
}
