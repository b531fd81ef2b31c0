//! The owner is read through the reference that may.
fn main() {
    let mut age = 36;
    let change = &mut age;
    let next = *change + 1;
    *change = next;
    println!("{age}"); //~ prints 37
}
