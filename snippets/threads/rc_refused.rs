//! A handle whose counters are plain numbers stays in its thread.
//@ check-fail
use std::rc::Rc;
use std::thread;

fn main() {
    let here = Rc::new(5);
    let there = Rc::clone(&here);
    let worker = thread::spawn(move || println!("{there}")); //~ ERROR E0277 cannot be sent between threads safely
    println!("{here}");
    worker.join().unwrap();
}
