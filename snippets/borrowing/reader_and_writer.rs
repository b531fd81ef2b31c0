//! A shared reference and a mutable one to the same value.
//@ check-fail
fn main() {
    let mut score = 10;
    let look = &score;
    let change = &mut score; //~ ERROR E0502 cannot borrow `score` as mutable because it is also borrowed as immutable
    *change += 1;
    println!("{look}");
}
