//! Fine.
//@ run-fail: 101
fn main() {
    let x = 1;
    //@ snapshot: a
    assert_eq!(x, 2);
}
