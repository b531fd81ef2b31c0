//! Two friends who own each other are never released.
use std::cell::RefCell;
use std::rc::Rc;

struct Friend {
    friend: RefCell<Option<Rc<Friend>>>,
}

fn lonely() -> Rc<Friend> {
    let friend = RefCell::new(None);
    Rc::new(Friend { friend })
}

fn main() {
    let ada = lonely();
    let grace = lonely();
    //@ snapshot: two friends
    ada.friend.replace(Some(Rc::clone(&grace)));
    grace.friend.replace(Some(Rc::clone(&ada)));
    //@ snapshot: each owns the other
    let observer = Rc::downgrade(&ada);
    drop(ada);
    drop(grace);
    //@ snapshot: nobody owns them from outside
    println!("owners of ada: {}", observer.strong_count()); //~ prints owners of ada: 1
}
