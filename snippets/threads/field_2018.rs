//! A thread that uses the score alone, in edition 2018.
//@ edition: 2018
//@ check-fail
use std::rc::Rc;
use std::thread;

struct Player {
    name: Rc<str>,
    score: u32,
}

fn main() {
    let player = Player {
        name: Rc::from("Ada"),
        score: 7,
    };
    let worker = thread::spawn(move || player.score + 1); //~ ERROR E0277 `Rc<str>` cannot be sent between threads safely
    println!("{}: {}", player.name, worker.join().unwrap());
}
