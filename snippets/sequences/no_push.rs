//! An array has neither `push` nor `pop`.
//@ check-fail
fn main() {
    let mut ages = [65, 54, 57];
    ages.push(31); //~ ERROR E0599 no method named `push` found for array
    ages.pop(); //~ ERROR E0599 no method named `pop` found for array
    println!("{ages:?}");
}
