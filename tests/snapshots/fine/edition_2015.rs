//! Fine.
//@ edition: 2015
fn main() {
    let async = 1;
    //@ snapshot: a
    let _ = async;
}
