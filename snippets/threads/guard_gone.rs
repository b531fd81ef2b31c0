//! A guard without a name is gone at once, and the compiler warns.
//@ check-fail
use std::sync::Mutex;

fn main() {
    let score = Mutex::new(0);
    let _ = score.lock(); //~ ERROR non-binding let on a synchronization lock
    println!("is it locked?");
}
