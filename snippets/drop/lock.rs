//! A lock that is open again when its guard has left.

use std::sync::Mutex;

fn main() {
    let score = Mutex::new(41);
    {
        let mut guard = score.lock().unwrap();
        *guard += 1;
        println!("locked: {}", score.try_lock().is_err()); //~ prints locked: true
    }
    println!("locked behind the brace: {}", score.try_lock().is_err()); //~ prints locked behind the brace: false

    let guard = score.lock().unwrap();
    drop(guard);
    println!("locked behind drop: {}", score.try_lock().is_err()); //~ prints locked behind drop: false

    *score.lock().unwrap() += 1;
    println!("locked behind the line: {}", score.try_lock().is_err()); //~ prints locked behind the line: false
}
