//! Two threads that wait for each other forever.
use std::sync::mpsc::channel;
use std::sync::{Barrier, Mutex};
use std::thread;
use std::time::Duration;

static FORK: Mutex<u32> = Mutex::new(0);
static KNIFE: Mutex<u32> = Mutex::new(0);
static BOTH_HOLD_ONE: Barrier = Barrier::new(2);

fn main() {
    let (done, is_done) = channel();
    for (first, second) in [(&FORK, &KNIFE), (&KNIFE, &FORK)] {
        let done = done.clone();
        thread::spawn(move || {
            let mine = first.lock().unwrap();
            BOTH_HOLD_ONE.wait();
            let other = second.lock().unwrap();
            done.send(*mine + *other).unwrap();
        });
    }
    let waited = is_done.recv_timeout(Duration::from_millis(300));
    println!("{waited:?}"); //~ prints Err(Timeout)
}
