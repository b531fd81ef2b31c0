//! Fine.
//@ edition: 2018
fn main() {
    let async_ = 1;
    //@ snapshot: a
    let _ = async_;
}
