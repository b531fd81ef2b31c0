//! While one thread holds the guard, nobody else gets in.
use std::sync::Mutex;
use std::thread;

fn main() {
    let score = Mutex::new(1);
    let guard = score.lock().unwrap();
    let knock = || thread::scope(|scope| scope.spawn(|| score.try_lock().is_ok()).join().unwrap());
    println!("while it is locked: {}", knock()); //~ prints while it is locked: false
    println!("by its own thread: {}", score.try_lock().is_ok()); //~ prints by its own thread: false
    drop(guard);
    println!("afterwards: {}", knock()); //~ prints afterwards: true
}
