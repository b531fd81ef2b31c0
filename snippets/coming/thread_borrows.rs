//! A thread that would look at a local of `main`.
//@ check-fail

use std::thread;

fn main() {
    let names = vec!["Ada"];
    let worker = thread::spawn(|| println!("{names:?}")); //~ ERROR E0373 closure may outlive the current function
    worker.join().unwrap();
}
