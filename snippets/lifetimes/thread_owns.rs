//! The closure takes the name with it, or the threads end before the name does.
use std::thread;

fn main() {
    let name = String::from("Ada");
    thread::scope(|scope| {
        scope.spawn(|| println!("lent: {name}")); //~ prints lent: Ada
    });
    let worker = thread::spawn(move || println!("moved: {name}")); //~ prints moved: Ada
    worker.join().unwrap();
}
