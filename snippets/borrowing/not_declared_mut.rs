//! A mutable reference to a variable that is not `mut`.
//@ check-fail
fn main() {
    let age = 36;
    let change = &mut age; //~ ERROR E0596 cannot borrow `age` as mutable, as it is not declared as mutable
    *change += 1;
}
