//! Three owners and one observer of a text.
use std::rc::{Rc, Weak};

fn count(observer: &Weak<String>) {
    let (owners, observers) = (observer.strong_count(), observer.weak_count());
    println!("owners {owners}, observers {observers}");
}

fn main() {
    let cook = Rc::new(String::from("soup"));
    //@ snapshot: one owner
    let waiter = Rc::clone(&cook);
    let guest = Rc::clone(&cook);
    //@ snapshot: three owners
    let menu = Rc::downgrade(&cook);
    //@ snapshot: and an observer
    count(&menu); //~ prints owners 3, observers 1
    drop(cook);
    drop(waiter);
    //@ snapshot: one owner is left
    count(&menu); //~ prints owners 1, observers 1
    drop(guest);
    //@ snapshot: only the observer is left
    println!("{:?}", menu.upgrade()); //~ prints None
}
