//! Nobody waits for a thread whose handle is dropped.
use std::sync::mpsc::channel;
use std::thread;

struct Farewell;

impl Drop for Farewell {
    fn drop(&mut self) {
        println!("never printed");
    }
}

fn main() {
    let (ready, is_ready) = channel();
    thread::spawn(move || {
        let _farewell = Farewell;
        ready.send(()).unwrap();
        loop {
            thread::park();
        }
    });
    is_ready.recv().unwrap();
    println!("main is done"); //~ prints main is done
}
