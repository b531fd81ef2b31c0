//! A parameter that is only lent goes to a thread.
//@ check-fail
use std::thread;

fn print_later(name: &str) {
    thread::spawn(move || println!("{name}")); //~ ERROR E0521 borrowed data escapes outside of function
}

fn main() {
    print_later("Ada");
}
