//! Two threads that write to one vector: there is no program.
//@ check-fail
use std::thread;

fn main() {
    let mut words = vec!["sun"];
    thread::scope(|scope| {
        scope.spawn(|| words.push("moon"));
        scope.spawn(|| words.push("star")); //~ ERROR E0499 cannot borrow `words` as mutable more than once
    });
    println!("{words:?}");
}
