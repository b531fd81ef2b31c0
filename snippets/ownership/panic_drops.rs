//! A panic on the way does not keep an owner from releasing.
//@ run-fail: 101

struct Ticket(u32);

impl Drop for Ticket {
    fn drop(&mut self) {
        println!("ticket {} released", self.0); //~ prints ticket 7 released
    }
}

fn check(ticket: Ticket) {
    assert!(ticket.0 < 5, "no seat {}", ticket.0);
}

fn main() {
    check(Ticket(7));
}
