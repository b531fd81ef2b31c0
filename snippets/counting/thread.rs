//! A handle that counts without care stays in its thread.
//@ check-fail
use std::rc::Rc;
use std::thread;

fn main() {
    let names = Rc::new(vec!["Ada", "Grace"]);
    let reader = thread::spawn(move || println!("{names:?}")); //~ ERROR E0277 cannot be sent between threads safely
    reader.join().unwrap();
}
