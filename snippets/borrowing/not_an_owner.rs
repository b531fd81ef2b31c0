//! The end of a reference releases nothing.
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

static RELEASED: AtomicUsize = AtomicUsize::new(0);

pub struct Ticket(u32);

impl Drop for Ticket {
    fn drop(&mut self) {
        RELEASED.fetch_add(1, Relaxed);
    }
}

fn main() {
    {
        let ticket = Ticket(7);
        {
            let look = &ticket;
            println!("looking at {}", look.0); //~ prints looking at 7
        }
        println!("behind the reference: {}", RELEASED.load(Relaxed)); //~ prints behind the reference: 0
    }
    println!("behind the owner: {}", RELEASED.load(Relaxed)); //~ prints behind the owner: 1
}
