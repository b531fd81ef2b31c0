//! A vector moves into a thread, and the answer comes back.
use std::thread;

fn main() {
    let words = vec![String::from("sun"), String::from("moon")];
    let buffer = words.as_ptr().addr();
    let worker = thread::spawn(move || {
        let same = words.as_ptr().addr() == buffer;
        println!("same buffer: {same}"); //~ prints same buffer: true
        words.iter().map(String::len).sum::<usize>()
    });
    println!("letters: {}", worker.join().unwrap()); //~ prints letters: 7
}
