//! The owner gets a new value while a mutable reference is in use.
//@ check-fail
fn main() {
    let mut age = 36;
    let change = &mut age;
    age = 40; //~ ERROR E0506 cannot assign to `age` because it is borrowed
    *change += 1;
    println!("{age}");
}
