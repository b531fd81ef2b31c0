//! The same value cannot be released twice.
//@ check-fail

fn main() {
    let name = String::from("Ada");
    drop(name);
    drop(name); //~ ERROR E0382 use of moved value: `name`
}
