//! A thread that uses the score alone.
//@ editions: 2018 check-fail, 2021 run
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
    //~v 2018 ERROR E0277 `Rc<str>` cannot be sent between threads safely
    let worker = thread::spawn(move || player.score + 1);
    println!("{}: {}", player.name, worker.join().unwrap()); //~ 2021 prints Ada: 8
}
