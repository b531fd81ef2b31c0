//! Two threads send, and one receives.

use std::sync::mpsc;
use std::thread;

fn main() {
    let (sender, receiver) = mpsc::channel();
    for seat in [1, 2] {
        let sender = sender.clone();
        thread::spawn(move || sender.send(seat * 10).unwrap());
    }
    drop(sender);
    let total: i32 = receiver.iter().sum();
    println!("total: {total}"); //~ prints total: 30
}
