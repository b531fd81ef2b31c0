//! A channel notices when the other end is gone.
use std::sync::mpsc::channel;

fn main() {
    let (sender, receiver) = channel();
    sender.send(1).unwrap();
    drop(sender);
    println!("{:?}", receiver.recv()); //~ prints Ok(1)
    println!("{:?}", receiver.recv()); //~ prints Err(RecvError)

    let (sender, receiver) = channel();
    drop(receiver);
    println!("{:?}", sender.send(String::from("Ada"))); //~ prints Err(SendError { .. })
    let back = sender.send(String::from("Grace")).unwrap_err().0;
    println!("{back} came back"); //~ prints Grace came back
}
