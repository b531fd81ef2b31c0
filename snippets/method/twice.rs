//! A text that is used after it was given away.
//@ check-fail
fn main() {
    let name = String::from("Ada");
    drop(name);
    println!("{name}"); //~ ERROR E0382 borrow of moved value
}
