//! Nobody survives an overflow in another thread.
//@ run-fail: SIGABRT
use std::thread;

fn count(number: u64) -> u64 {
    if number == u64::MAX {
        return 0;
    }
    1 + count(number + 1)
}

fn main() {
    let worker = thread::spawn(|| count(0));
    println!("waiting"); //~ prints waiting
    let result = worker.join();
    println!("never printed: {result:?}");
}
