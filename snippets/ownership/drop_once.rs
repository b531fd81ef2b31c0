//! A move runs no destructor; the last owner runs it once.

use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

static RELEASED: AtomicU32 = AtomicU32::new(0);

struct Ticket;

impl Drop for Ticket {
    fn drop(&mut self) {
        RELEASED.fetch_add(1, Relaxed);
    }
}

fn pass_on(ticket: Ticket) -> Ticket {
    ticket
}

fn main() {
    {
        let a = Ticket;
        let b = a;
        let _c = pass_on(b);
        println!("after three moves: {RELEASED:?}"); //~ prints after three moves: 0
    }
    println!("after the brace: {RELEASED:?}"); //~ prints after the brace: 1
}
