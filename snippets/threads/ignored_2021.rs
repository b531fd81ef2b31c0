//! A handle that a thread names and never uses, in edition 2021.
//@ edition: 2021
use std::rc::Rc;
use std::thread;

fn main() {
    let here = Rc::new(5);
    let there = Rc::clone(&here);
    let worker = thread::spawn(move || {
        let _ = there;
    });
    worker.join().unwrap();
    println!("owners: {}", Rc::strong_count(&here)); //~ prints owners: 2
}
