//! Bad.
unsafe extern "C" {
    fn fork() -> i32;
}
fn main() {
    unsafe { fork() };
    //@ snapshot: a
}
