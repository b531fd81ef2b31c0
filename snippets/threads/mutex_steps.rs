//! A mutex before, during and after a lock.
use std::sync::Mutex;

fn main() {
    let score = Mutex::new(7_u32);
    //@ snapshot: unlocked
    let mut guard = score.lock().unwrap();
    //@ snapshot: locked
    *guard += 1;
    drop(guard);
    //@ snapshot: unlocked again
    println!("{score:?}"); //~ prints Mutex { data: 8, poisoned: false, .. }
}
