//! A number can be copied, a Cell with a number has to be cloned.
//@ check-fail
use std::cell::Cell;

fn main() {
    let score = Cell::new(1);
    let mine = score;
    mine.set(2);
    println!("{}", score.get()); //~ ERROR E0382 borrow of moved value: `score`
}
