//! A lone value is released at once, a cycle never.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

static RELEASED: AtomicU32 = AtomicU32::new(0);

struct Node {
    name: &'static str,
    friend: RefCell<Option<Rc<Node>>>,
}

impl Drop for Node {
    fn drop(&mut self) {
        println!("{} released", self.name);
        RELEASED.fetch_add(1, Relaxed);
    }
}

fn node(name: &'static str) -> Rc<Node> {
    let friend = RefCell::new(None);
    Rc::new(Node { name, friend })
}

fn main() {
    {
        let (_lone, a, b) = (node("lone"), node("a"), node("b"));
        a.friend.replace(Some(b.clone()));
        b.friend.replace(Some(a.clone()));
    } //~ prints lone released
    println!("nodes released: {RELEASED:?}"); //~ prints nodes released: 1
}
