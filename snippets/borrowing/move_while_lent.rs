//! The owner moves away while a reference is in use.
//@ check-fail
fn archive(_name: String) {}

fn main() {
    let name = String::from("Ada");
    let look = &name;
    archive(name); //~ ERROR E0505 cannot move out of `name` because it is borrowed
    println!("{look}");
}
