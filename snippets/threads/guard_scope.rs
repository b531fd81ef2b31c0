//! How long a lock lasts.
use std::sync::Mutex;

fn main() {
    let score = Mutex::new(0);
    let is_free = || score.try_lock().is_ok();
    *score.lock().unwrap() += 1;
    println!("after a statement: {}", is_free()); //~ prints after a statement: true
    {
        let _guard = score.lock().unwrap();
        println!("before the brace: {}", is_free()); //~ prints before the brace: false
    }
    println!("after the brace: {}", is_free()); //~ prints after the brace: true
}
