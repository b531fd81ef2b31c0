//! A look at a buffer after its owner gave it back.
//@ check-fail

fn main() {
    let reading = vec![21, 22, 19];
    let first = &reading[0];
    drop(reading); //~ ERROR E0505 cannot move out of `reading` because it is borrowed
    println!("{first}");
}
