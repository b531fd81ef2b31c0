//! A panic gives the loan back.
use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};

fn main() {
    let score = RefCell::new(1);
    let tried = catch_unwind(AssertUnwindSafe(|| {
        let mut writer = score.borrow_mut();
        *writer = 2;
        assert!(*writer > 5, "too low");
    }));
    println!("panicked: {}", tried.is_err()); //~ prints panicked: true
    println!("free again: {}", score.try_borrow_mut().is_ok()); //~ prints free again: true
    println!("score: {}", score.borrow()); //~ prints score: 2
}
