//! A loan of a part.
use std::cell::{Ref, RefCell};

struct Person {
    name: RefCell<String>,
    year: RefCell<u16>,
}

fn main() {
    let person = Person {
        name: RefCell::new(String::from("Ada")),
        year: RefCell::new(1815),
    };
    let initial = Ref::map(person.name.borrow(), |name| &name[..1]);
    *person.year.borrow_mut() += 1;
    println!("{initial} {}", person.year.borrow()); //~ prints A 1816
    println!("name is free: {}", person.name.try_borrow_mut().is_ok()); //~ prints name is free: false
}
