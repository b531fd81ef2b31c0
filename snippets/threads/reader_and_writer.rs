//! One thread reads while another one writes: there is no program.
//@ check-fail
use std::thread;

fn main() {
    let mut words = vec!["sun"];
    thread::scope(|scope| {
        scope.spawn(|| println!("{}", words[0]));
        scope.spawn(|| words.push("moon")); //~ ERROR E0502 cannot borrow `words` as mutable
    });
}
