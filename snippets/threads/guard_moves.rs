//! Who locked has to unlock.
//@ check-fail
use std::sync::Mutex;
use std::thread;

fn main() {
    let score = Mutex::new(1);
    let guard = score.lock().unwrap();
    thread::scope(|scope| {
        scope.spawn(move || drop(guard)); //~ ERROR E0277 cannot be sent between threads safely
    });
}
