//! The owner gets a new value while a reference is in use.
//@ check-fail
fn main() {
    let mut age = 36;
    let look = &age;
    age = 37; //~ ERROR E0506 cannot assign to `age` because it is borrowed
    println!("{look} {age}");
}
