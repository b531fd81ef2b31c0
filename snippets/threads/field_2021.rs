//! A thread that uses the score alone, in edition 2021.
//@ edition: 2021
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
    let worker = thread::spawn(move || player.score + 1);
    println!("{}: {}", player.name, worker.join().unwrap()); //~ prints Ada: 8
}
