//! Two threads, and a stack for each.
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

fn work(ready: Sender<()>, may_go: Receiver<()>) {
    let theirs = 2;
    let _ = (ready.send(()), may_go.recv());
    println!("theirs: {theirs}"); //~ prints theirs: 2
}

fn main() {
    let (ready, is_ready) = channel();
    let (go, may_go) = channel();
    let ours = 1;
    //@ snapshot: one stack, show: ours
    let named = thread::Builder::new().name("worker".into());
    let worker = named.spawn(move || work(ready, may_go)).unwrap();
    is_ready.recv().unwrap();
    //@ snapshot: two stacks, show: ours, theirs
    go.send(()).unwrap();
    worker.join().unwrap();
    println!("ours: {ours}"); //~ prints ours: 1
}
