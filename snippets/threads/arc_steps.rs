//! Two threads own one number.
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

fn work(theirs: Arc<u64>, ready: Sender<()>, may_go: Receiver<()>) {
    let _ = (ready.send(()), may_go.recv());
    drop(theirs);
}

fn main() {
    let (ready, is_ready) = channel();
    let (go, may_go) = channel();
    let ours = Arc::new(7_u64);
    //@ snapshot: one owner, show: ours
    let theirs = Arc::clone(&ours);
    let named = thread::Builder::new().name("worker".into());
    let worker = named.spawn(move || work(theirs, ready, may_go)).unwrap();
    is_ready.recv().unwrap();
    //@ snapshot: one owner in each thread, show: ours, theirs
    go.send(()).unwrap();
    worker.join().unwrap();
    //@ snapshot: the worker is done, show: ours
    println!("owners: {}", Arc::strong_count(&ours)); //~ prints owners: 1
}
