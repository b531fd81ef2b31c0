//! Fine.
//@ edition: 2021
fn main() {
    let gen = 1;
    //@ snapshot: a
    let _ = gen;
}
