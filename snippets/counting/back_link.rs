//! The same two, but the way back is a Weak.
use std::cell::RefCell;
use std::rc::{Rc, Weak};

#[derive(Default)]
struct Friend {
    owns: RefCell<Option<Rc<Friend>>>,
    knows: RefCell<Weak<Friend>>,
}

fn main() {
    let ada = Rc::new(Friend::default());
    let grace = Rc::new(Friend::default());
    //@ snapshot: two friends
    ada.owns.replace(Some(Rc::clone(&grace)));
    grace.knows.replace(Rc::downgrade(&ada));
    //@ snapshot: one owns, one knows
    let observer = Rc::downgrade(&grace);
    drop(grace);
    println!("owners of grace: {}", observer.strong_count()); //~ prints owners of grace: 1
    drop(ada);
    //@ snapshot: both values are dropped
    println!("owners of grace: {}", observer.strong_count()); //~ prints owners of grace: 0
}
