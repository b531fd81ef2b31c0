//! Three owners, one release.

fn keep(inner: String) {
    //@ snapshot: in the call
    println!("{inner}"); //~ prints Ada
}

fn main() {
    let first = String::from("Ada");
    let second = first;
    //@ snapshot: moved
    keep(second);
    //@ snapshot: behind the call
    println!("closed"); //~ prints closed
}
