//! Two threads that wait for each other for good.

use std::sync::{Barrier, Mutex, mpsc};
use std::thread;
use std::time::Duration;

static LEFT: Mutex<u32> = Mutex::new(1);
static RIGHT: Mutex<u32> = Mutex::new(2);
static BOTH_HOLD_ONE: Barrier = Barrier::new(2);

fn add(first: &Mutex<u32>, second: &Mutex<u32>) -> u32 {
    let mine = first.lock().unwrap();
    BOTH_HOLD_ONE.wait();
    let other = second.lock().unwrap();
    *mine + *other
}

fn main() {
    let (done, finished) = mpsc::channel();
    let done_too = done.clone();
    thread::spawn(move || done.send(add(&LEFT, &RIGHT)));
    thread::spawn(move || done_too.send(add(&RIGHT, &LEFT)));
    let answer = finished.recv_timeout(Duration::from_millis(300));
    println!("{answer:?}"); //~ prints Err(Timeout)
}
