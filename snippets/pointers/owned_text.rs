//! A `str` in a box and a `str` with two owners: no reference in sight.
use std::rc::Rc;

fn main() {
    let boxed: Box<str> = Box::from("hello");
    let shared: Rc<str> = Rc::from("hello");
    let other = Rc::clone(&shared);

    println!("Box<str>: {} bytes", size_of_val(&boxed)); //~ prints Box<str>: 16 bytes
    println!("Rc<str>: {} bytes", size_of_val(&shared)); //~ prints Rc<str>: 16 bytes
    println!("the text in the box: {} bytes", size_of_val(&*boxed)); //~ prints the text in the box: 5 bytes
    println!("one text, {} owners", Rc::strong_count(&other)); //~ prints one text, 2 owners
}
