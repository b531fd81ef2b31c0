//! A type with a destructor cannot be `Copy`, even if it holds nothing.
//@ check-fail

#[derive(Clone, Copy)]
struct Ticket; //~ ERROR E0184 the type has a destructor

impl Drop for Ticket {
    fn drop(&mut self) {
        println!("released");
    }
}

fn main() {
    let _ticket = Ticket;
}
