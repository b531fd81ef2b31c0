//! A Mutex for four threads, without an Arc.
use std::sync::Mutex;
use std::thread;

static VISITS: Mutex<u32> = Mutex::new(0);

fn main() {
    let score = Mutex::new(0);
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                *score.lock().unwrap() += 10;
                *VISITS.lock().unwrap() += 1;
            });
        }
    });
    println!("score: {}", score.into_inner().unwrap()); //~ prints score: 40
    println!("visits: {}", VISITS.lock().unwrap()); //~ prints visits: 4
}
