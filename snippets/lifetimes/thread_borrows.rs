//! A thread is to print a variable of the function that started it.
//@ check-fail
use std::thread;

fn main() {
    let name = String::from("Ada");
    let worker = thread::spawn(|| println!("{name}")); //~ ERROR E0373 closure may outlive the current function
    worker.join().unwrap();
}
