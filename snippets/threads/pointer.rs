//! A raw pointer stays in its thread.
//@ check-fail
use std::thread;

fn main() {
    let number = 5;
    let place = &raw const number;
    thread::scope(|scope| {
        scope.spawn(move || println!("{}", place.is_null())); //~ ERROR E0277 `*const i32` cannot be sent between threads safely
    });
}
