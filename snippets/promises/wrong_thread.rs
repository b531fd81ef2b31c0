//! A counted handle whose count is not made for threads.
//@ check-fail

use std::rc::Rc;
use std::thread;

fn main() {
    let shared = Rc::new(7);
    let copy = Rc::clone(&shared);
    let worker = thread::spawn(move || println!("{copy}")); //~ ERROR E0277 cannot be sent between threads safely
    worker.join().unwrap();
    println!("{shared}");
}
