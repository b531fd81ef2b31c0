//! A panic under the lock leaves a mark.
use std::sync::Mutex;
use std::thread;

fn main() {
    let pair = Mutex::new((1, 1));
    let outcome = thread::scope(|scope| {
        let worker = scope.spawn(|| {
            let mut both = pair.lock().unwrap();
            both.0 = 2;
            panic!("before the second half");
        });
        worker.join().map(|()| "fine")
    });
    println!("worker panicked: {}", outcome.is_err()); //~ prints worker panicked: true
    println!("poisoned: {}", pair.is_poisoned()); //~ prints poisoned: true
    let half_done = pair.lock().unwrap_or_else(|error| error.into_inner());
    println!("inside: {half_done:?}"); //~ prints inside: (2, 1)
    drop(half_done);
    pair.clear_poison();
    println!("lock: {}", pair.lock().is_ok()); //~ prints lock: true
}
