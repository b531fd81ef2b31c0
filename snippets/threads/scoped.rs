//! Threads that end before their scope does may borrow.
use std::thread;

fn main() {
    let words = vec!["sun", "moon", "star"];
    let mut longest = "";
    thread::scope(|scope| {
        scope.spawn(|| println!("{} words", words.len())); //~ prints 3 words
        scope.spawn(|| {
            longest = words.iter().max_by_key(|word| word.len()).unwrap();
        });
    });
    println!("{longest}, and still here: {words:?}"); //~ prints star, and still here: ["sun", "moon", "star"]
}
