//! Two owners of one shopping list, and both may write.
use std::cell::RefCell;
use std::rc::Rc;

fn main() {
    let ada = Rc::new(RefCell::new(vec!["bread"]));
    let grace = Rc::clone(&ada);
    //@ snapshot: two owners, one list
    let mut pen = grace.borrow_mut();
    //@ snapshot: Grace holds the pen
    pen.push("tea");
    drop(pen);
    //@ snapshot: the pen is back
    println!("{:?}", ada.borrow()); //~ prints ["bread", "tea"]
    drop(ada);
    //@ snapshot: one owner is left
    println!("owners: {}", Rc::strong_count(&grace)); //~ prints owners: 1
}
