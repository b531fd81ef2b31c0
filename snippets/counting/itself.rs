//! A value that knows its own handle from the start.
use std::rc::{Rc, Weak};

struct Button {
    itself: Weak<Button>,
    ready: bool,
}

fn main() {
    let button = Rc::new_cyclic(|itself| Button {
        itself: itself.clone(),
        ready: itself.upgrade().is_some(),
    });
    println!("ready inside: {}", button.ready); //~ prints ready inside: false
    let again = button.itself.upgrade().expect("it is alive");
    println!("the same: {}", Rc::ptr_eq(&button, &again)); //~ prints the same: true
    println!("owners: {}", Rc::strong_count(&button)); //~ prints owners: 2
}
