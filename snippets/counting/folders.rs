//! A folder owns what is in it, and knows the folder that it is in.
use std::cell::RefCell;
use std::rc::{Rc, Weak};

#[derive(Default)]
struct Folder {
    parent: RefCell<Weak<Folder>>,
    inside: RefCell<Vec<Rc<Folder>>>,
}

fn main() {
    let home = Rc::new(Folder::default());
    let music = Rc::new(Folder::default());
    music.parent.replace(Rc::downgrade(&home));
    home.inside.borrow_mut().push(Rc::clone(&music));

    let counts = [&home, &music].map(Rc::strong_count);
    println!("owners: {counts:?}"); //~ prints owners: [1, 2]
    let above = music.parent.borrow().upgrade();
    let in_home = above.is_some_and(|one| Rc::ptr_eq(&one, &home));
    println!("in home: {in_home}"); //~ prints in home: true
    drop(home);
    println!("owners of music: {}", Rc::strong_count(&music)); //~ prints owners of music: 1
    let orphan = music.parent.borrow().upgrade().is_none();
    println!("home is gone: {orphan}"); //~ prints home is gone: true
}
