//! Two threads send, one receives.
use std::sync::mpsc::channel;
use std::thread;

fn main() {
    let (sender, receiver) = channel();
    for name in ["Ada", "Grace"] {
        let sender = sender.clone();
        thread::spawn(move || {
            let text = String::from(name);
            let place = text.as_ptr().addr();
            sender.send((text, place)).unwrap();
        });
    }
    drop(sender);
    let mut received: Vec<(String, usize)> = receiver.iter().collect();
    received.sort();
    for (text, place) in received {
        println!("{text}, same letters: {}", text.as_ptr().addr() == place); //~ prints Ada, same letters: true
    } //~^ prints Grace, same letters: true
}
