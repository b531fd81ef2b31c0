//! A clone of the handle, and a clone of the value behind it.
use std::rc::Rc;

fn main() {
    let original = Rc::new(vec![1, 2, 3]);
    //@ snapshot: one owner
    let handle = Rc::clone(&original);
    //@ snapshot: a second handle
    let copy = Vec::clone(&original);
    //@ snapshot: a second vector
    println!("owners: {}", Rc::strong_count(&original)); //~ prints owners: 2
    println!("same row: {}", original.as_ptr() == handle.as_ptr()); //~ prints same row: true
    println!("copied row: {}", original.as_ptr() != copy.as_ptr()); //~ prints copied row: true
    println!("equal: {}", *original == copy); //~ prints equal: true
}
