//! A shared reference is made while a mutable one is in use.
//@ check-fail
fn main() {
    let mut age = 36;
    let change = &mut age;
    let look = &age; //~ ERROR E0502 cannot borrow `age` as immutable because it is also borrowed as mutable
    *change += 1;
    println!("{look}");
}
