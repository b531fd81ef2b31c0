//! A string and its two owners, one after the other.

fn main() {
    let first = String::from("Ada");
    //@ snapshot: the first owner
    let second = first;
    //@ snapshot: after the move
    println!("{second}"); //~ prints Ada
    drop(second);
    //@ snapshot: after the release
}
