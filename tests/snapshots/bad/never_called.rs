//! A mark.
fn f() {
    //@ snapshot: a
}
fn main() {
    if false {
        f();
    }
}
