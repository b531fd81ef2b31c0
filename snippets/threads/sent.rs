//! What was sent is gone.
//@ check-fail
use std::sync::mpsc::channel;

fn main() {
    let (sender, receiver) = channel();
    let text = String::from("Ada");
    sender.send(text).unwrap();
    println!("{text}"); //~ ERROR E0382 borrow of moved value: `text`
    println!("{}", receiver.recv().unwrap());
}
