//! A loan that is never given back.
use std::cell::RefCell;

fn main() {
    let mut score = RefCell::new(1);
    std::mem::forget(score.borrow_mut());
    println!("to read: {}", score.try_borrow().is_ok()); //~ prints to read: false
    *score.get_mut() += 1;
    println!("value: {}", score.into_inner()); //~ prints value: 2
}
