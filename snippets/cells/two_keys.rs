//! Two shared references, and both may write.
use std::cell::Cell;

fn main() {
    let seats = Cell::new(12);
    let ada = &seats;
    let grace = &seats;
    //@ snapshot: two references
    ada.set(ada.get() - 1);
    //@ snapshot: Ada takes a seat
    grace.set(grace.get() - 1);
    //@ snapshot: Grace takes one, too
    println!("seats: {}", seats.get()); //~ prints seats: 10
}
