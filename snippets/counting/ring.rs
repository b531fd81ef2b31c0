//! Two nodes in a ring, and the cut that sets them free.
use std::cell::RefCell;
use std::rc::Rc;

struct Node {
    next: Option<Rc<RefCell<Node>>>,
}

impl Drop for Node {
    fn drop(&mut self) {
        println!("released"); //~ prints released
    }
}

fn main() {
    let first = Rc::new(RefCell::new(Node { next: None }));
    let second = Rc::new(RefCell::new(Node {
        next: Some(first.clone()),
    }));
    first.borrow_mut().next = Some(second.clone());
    println!("owners of the first: {}", Rc::strong_count(&first)); //~ prints owners of the first: 2
    drop(second);
    let cut = first.borrow_mut().next.take();
    println!("cut: {}", cut.is_some()); //~ prints cut: true
    drop(cut); //~ prints released
    println!("owners after the cut: {}", Rc::strong_count(&first)); //~ prints owners after the cut: 1
}
