//! Two threads that add to the same plain number.
//@ check-fail

use std::thread;

fn main() {
    let mut sold = 0;
    thread::scope(|scope| {
        scope.spawn(|| sold += 1);
        scope.spawn(|| sold += 1); //~ ERROR E0499 cannot borrow `sold` as mutable more than once
    });
    println!("{sold}");
}
