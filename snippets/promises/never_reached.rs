//! A wrong line that no run would ever reach.
//@ check-fail

fn main() {
    let ticket = Box::new(7);
    drop(ticket);
    if 1 + 1 == 3 {
        println!("{ticket}"); //~ ERROR E0382 borrow of moved value: `ticket`
    }
}
