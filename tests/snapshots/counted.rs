//! Rc, Weak and Arc with their counts.
use std::cell::RefCell;
use std::rc::{Rc, Weak};
use std::sync::Arc;

struct Node {
    value: u8,
    parent: RefCell<Weak<Node>>,
    next: RefCell<Option<Rc<Node>>>,
}

fn main() {
    let a = Rc::new(5_i32);
    let b = Rc::clone(&a);
    let w = Rc::downgrade(&a);
    //@ snapshot: shared, show: a, b, w
    println!("shared: a.strong = {}", Rc::strong_count(&a));
    println!("shared: a.weak = {}", Rc::weak_count(&a));
    println!("shared: w.strong = {}", w.strong_count());
    println!("shared: w.weak = {}", w.weak_count());
    println!("shared: a.ptr is b.ptr = {}", Rc::ptr_eq(&a, &b));
    drop(a);
    drop(b);
    //@ snapshot: weak only, show: w
    println!("weak only: w.strong = {}", w.strong_count());
    let never: Weak<i32> = Weak::new();
    let many = Arc::new(String::from("both"));
    let other = Arc::clone(&many);
    let weak = Arc::downgrade(&many);
    //@ snapshot: arcs, show: never, many, other, weak
    println!("arcs: many.strong = {}", Arc::strong_count(&many));
    println!("arcs: many.weak = {}", Arc::weak_count(&many));

    let text: Rc<str> = "counted".into();
    let list: Rc<[u16]> = Rc::new([1, 2, 3]);
    let object: Rc<dyn std::fmt::Debug> = Rc::new(9_u8);
    let alone: Arc<str> = "alone".into();
    //@ snapshot: wide, show: text, list, object, alone
    println!("wide: text.strong = {}", Rc::strong_count(&text));
    println!("wide: list.strong = {}", Rc::strong_count(&list));
    println!("wide: list.len = {}", list.len());
    println!("wide: object.strong = {}", Rc::strong_count(&object));
    let leaf = Rc::new(Node {
        value: 1,
        parent: RefCell::default(),
        next: RefCell::default(),
    });
    let root = Rc::new(Node {
        value: 2,
        parent: RefCell::default(),
        next: RefCell::default(),
    });
    *root.next.borrow_mut() = Some(Rc::clone(&leaf));
    *leaf.parent.borrow_mut() = Rc::downgrade(&root);
    //@ snapshot: tree, show: leaf, root
    println!("tree: leaf.strong = {}", Rc::strong_count(&leaf));
    println!("tree: leaf.weak = {}", Rc::weak_count(&leaf));
    println!("tree: root.strong = {}", Rc::strong_count(&root));
    println!("tree: root.weak = {}", Rc::weak_count(&root));
    *leaf.next.borrow_mut() = Some(Rc::clone(&root));
    println!("cycle: leaf.strong = {}", Rc::strong_count(&leaf));
    println!("cycle: root.strong = {}", Rc::strong_count(&root));
    let _ = leaf.value + root.value;
    //@ snapshot: cycle, show: leaf, root
    drop(leaf);
    drop(root);
    let after = 1;
    //@ snapshot: leaked, show: after
    let _ = after;
}
