//! Bad.
mod __snapshots {
    pub fn f() {}
}
fn main() {
    __snapshots::f();
    //@ snapshot: a
}
