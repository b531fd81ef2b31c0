//! Asking for a loan instead of insisting.
use std::cell::RefCell;

fn main() {
    let page = RefCell::new(7);
    let reader = page.borrow();
    match page.try_borrow_mut() {
        Ok(mut number) => *number += 1,
        Err(error) => println!("write? {error}"), //~ prints write? RefCell already borrowed
    }
    println!("read? {}", page.try_borrow().is_ok()); //~ prints read? true
    drop(reader);
    let writer = page.borrow_mut();
    match page.try_borrow() {
        Ok(number) => println!("{number}"),
        Err(error) => println!("read? {error}"), //~ prints read? RefCell already mutably borrowed
    }
    drop(writer);
}
