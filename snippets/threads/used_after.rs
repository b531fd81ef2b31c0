//! What was moved into a thread is gone from here.
//@ check-fail
use std::thread;

fn main() {
    let words = vec!["sun", "moon"];
    let worker = thread::spawn(move || println!("{words:?}"));
    println!("{words:?}"); //~ ERROR E0382 borrow of moved value: `words`
    worker.join().unwrap();
}
