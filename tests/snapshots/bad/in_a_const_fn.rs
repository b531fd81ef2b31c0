//! A mark.
const fn f() -> u8 {
    //@ snapshot: a
    1
}
fn main() {
    f();
}
