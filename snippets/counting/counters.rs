//! The counters in front of a shared number, read from memory.
use std::rc::Rc;

/// What stands in front of the number.
fn words(shared: &Rc<u64>) -> [usize; 2] {
    let value = Rc::as_ptr(shared).cast::<[usize; 2]>();
    unsafe { value.sub(1).read() }
}

fn main() {
    let first = Rc::new(7_u64);
    println!("new: {:?}", words(&first)); //~ prints new: [1, 1]
    let second = Rc::clone(&first);
    println!("cloned: {:?}", words(&first)); //~ prints cloned: [2, 1]
    let observer = Rc::downgrade(&first);
    println!("observed: {:?}", words(&first)); //~ prints observed: [2, 2]
    println!("weak_count: {}", Rc::weak_count(&first)); //~ prints weak_count: 1
    drop(second);
    println!("dropped: {:?}", words(&first)); //~ prints dropped: [1, 2]
    assert!(observer.upgrade().is_some());
}
