//! One block, and two boxes that would give it back.
//@ check-fail

fn main() {
    let ticket = Box::new(7);
    let twin = ticket;
    drop(twin);
    drop(ticket); //~ ERROR E0382 use of moved value: `ticket`
}
