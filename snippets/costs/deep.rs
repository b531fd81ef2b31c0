//! A thousand names: cloned, and given one more owner.
//@ timed: clone_names, share_names
use std::hint::black_box;
use std::rc::Rc;

pub fn before() -> Rc<Vec<String>> {
    Rc::new(vec![String::from("Grace Hopper"); 1_000])
}

pub fn clone_names(names: &mut Rc<Vec<String>>) {
    black_box(Vec::clone(names));
}

pub fn share_names(names: &mut Rc<Vec<String>>) {
    black_box(Rc::clone(names));
}
