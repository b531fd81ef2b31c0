//! Loops.
//@ timeout: 1
fn main() {
    //@ snapshot: a
    loop {
        println!("more");
    }
}
