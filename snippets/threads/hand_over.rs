//! A vector goes to another thread, and its buffer stays.
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

fn work(list: Vec<u32>, ready: Sender<()>, may_go: Receiver<()>) {
    let _ = (ready.send(()), may_go.recv());
    println!("sum: {}", list.iter().sum::<u32>()); //~ prints sum: 6
}

fn main() {
    let (ready, is_ready) = channel();
    let (go, may_go) = channel();
    let numbers = vec![1_u32, 2, 3];
    //@ snapshot: before the thread, show: numbers
    let named = thread::Builder::new().name("worker".into());
    let worker = named.spawn(move || work(numbers, ready, may_go)).unwrap();
    is_ready.recv().unwrap();
    //@ snapshot: the worker owns it, show: numbers, list
    go.send(()).unwrap();
    worker.join().unwrap();
    //@ snapshot: the worker is done, show: numbers
}
