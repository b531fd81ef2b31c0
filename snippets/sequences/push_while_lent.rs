//! A push while an element is lent.
//@ check-fail
fn main() {
    let mut ages = vec![65, 54, 57];
    let first = &ages[0];
    ages.push(31); //~ ERROR E0502 cannot borrow `ages` as mutable
    println!("{first}");
}
