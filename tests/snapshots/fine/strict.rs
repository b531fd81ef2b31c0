//! Fine.
#![forbid(unsafe_code)]
#![deny(warnings, missing_docs)]
fn main() {
    let x = 1;
    //@ snapshot: a
    let _ = x;
}
