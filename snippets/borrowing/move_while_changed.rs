//! The owner moves away while a mutable reference is in use.
//@ check-fail
fn main() {
    let mut name = String::from("Ada");
    let change = &mut name;
    let moved = name; //~ ERROR E0505 cannot move out of `name` because it is borrowed
    change.push_str(" L.");
    println!("{moved}");
}
