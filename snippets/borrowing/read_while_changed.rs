//! The owner is read while a mutable reference is in use.
//@ check-fail
fn main() {
    let mut age = 36;
    let change = &mut age;
    let next = age + 1; //~ ERROR E0503 cannot use `age` because it was mutably borrowed
    *change = next;
}
