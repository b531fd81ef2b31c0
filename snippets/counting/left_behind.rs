//! What a circle of friends leaves behind, with and without a Weak.
use std::cell::RefCell;
use std::rc::{Rc, Weak};

#[derive(Default)]
struct Friend {
    owns: RefCell<Option<Rc<Friend>>>,
    knows: RefCell<Weak<Friend>>,
}

fn meet(back: fn(&Rc<Friend>, &Rc<Friend>)) {
    let ada = Rc::new(Friend::default());
    let grace = Rc::new(Friend::default());
    ada.owns.replace(Some(Rc::clone(&grace)));
    back(&ada, &grace);
}

fn main() {
    meet(|a, b| *b.owns.borrow_mut() = Some(a.clone())); //~ allocates 2 blocks, 96 bytes; frees nothing
    meet(|a, b| *b.knows.borrow_mut() = Rc::downgrade(a)); //~ allocates 2 blocks, 96 bytes; frees 2 blocks, 96 bytes
}
