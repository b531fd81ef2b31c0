//! Arc shares, Mutex lets one in.
use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let score = Arc::new(Mutex::new(0_u32));
    let players = [(); 4].map(|()| {
        let score = Arc::clone(&score);
        thread::spawn(move || {
            for _ in 0..10_000 {
                *score.lock().unwrap() += 1;
            }
        })
    });
    for player in players {
        player.join().unwrap();
    }
    println!("score: {}", score.lock().unwrap()); //~ prints score: 40000
}
