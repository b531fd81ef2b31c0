//! The same thread without the trick.
//@ check-fail
#![forbid(unsafe_code)]

use std::thread;

fn main() {
    let name = String::from("Ada");
    let borrowed: &str = name.as_str(); //~ ERROR E0597 `name` does not live long enough
    let worker = thread::spawn(move || println!("{borrowed}"));
    worker.join().unwrap();
    println!("{name} is still here");
}
