//! A guard locks, and its end unlocks.

use std::sync::Mutex;

fn main() {
    let score = Mutex::new(41);
    //@ snapshot: open
    {
        let mut guard = score.lock().unwrap();
        //@ snapshot: locked
        *guard += 1;
    }
    //@ snapshot: open again
    println!("{}", score.lock().unwrap()); //~ prints 42
}
