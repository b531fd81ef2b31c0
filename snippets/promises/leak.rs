//! Two rooms that own each other, and a ticket that is forgotten.

use std::cell::RefCell;
use std::mem;
use std::rc::Rc;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

static RELEASED: AtomicU32 = AtomicU32::new(0);

#[derive(Default)]
struct Room {
    next: RefCell<Option<Rc<Room>>>,
}

impl Drop for Room {
    fn drop(&mut self) {
        RELEASED.fetch_add(1, Relaxed);
    }
}

fn main() {
    let kitchen = Rc::new(Room::default());
    let hall = Rc::new(Room::default());
    *kitchen.next.borrow_mut() = Some(Rc::clone(&hall));
    *hall.next.borrow_mut() = Some(Rc::clone(&kitchen));
    drop((kitchen, hall));
    mem::forget(Room::default());
    Box::leak(Box::new(Room::default()));
    println!("made: 4, released: {RELEASED:?}"); //~ prints made: 4, released: 0
}
