//! Without `mut`, neither the name nor what it owns can change.
//@ check-fail

fn main() {
    let names = vec!["Ada"];
    names.push("Grace"); //~ ERROR E0596 cannot borrow `names` as mutable
    println!("{names:?}");
}
