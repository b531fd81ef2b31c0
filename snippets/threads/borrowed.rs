//! A thread may outlive the function that started it.
//@ check-fail
use std::thread;

fn main() {
    let words = vec!["sun", "moon"];
    let worker = thread::spawn(|| println!("{words:?}")); //~ ERROR E0373 may outlive the current function
    worker.join().unwrap();
}
