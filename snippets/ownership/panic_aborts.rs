//! The same panic in a build that aborts instead of unwinding.
//@ run-fail: SIGABRT
//@ flags: -C panic=abort

struct Ticket(u32);

impl Drop for Ticket {
    fn drop(&mut self) {
        println!("ticket {} released", self.0);
    }
}

fn check(ticket: Ticket) {
    println!("ticket {} checked", ticket.0); //~ prints ticket 7 checked
    assert!(ticket.0 < 5, "no seat {}", ticket.0);
}

fn main() {
    check(Ticket(7));
}
