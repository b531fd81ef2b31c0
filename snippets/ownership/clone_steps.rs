//! A clone, and what becomes of it.

fn main() {
    let name = String::from("Ada");
    //@ snapshot: one string
    let mut copy = name.clone();
    //@ snapshot: cloned
    copy.make_ascii_uppercase();
    //@ snapshot: the clone is changed
    println!("{name} {copy}"); //~ prints Ada ADA
    drop(copy);
    //@ snapshot: the clone is released
    println!("{name}"); //~ prints Ada
}
