//! The old name of a list that was moved.
//@ check-fail

fn main() {
    let names = vec!["Ada"];
    let mut guests = names;
    guests.push("Grace");
    println!("{names:?}"); //~ ERROR E0382 borrow of moved value: `names`
}
