//! A guard that is let go at once.
//@ check-fail

use std::sync::Mutex;

fn main() {
    let door = Mutex::new(());
    let _ = door.lock(); //~ ERROR non-binding let on a synchronization lock
    println!("nobody else is here?");
}
