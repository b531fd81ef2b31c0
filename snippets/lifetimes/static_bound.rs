//! An owner meets the bound `'static`, and ends all the same.
struct Ticket(u32);

impl Drop for Ticket {
    fn drop(&mut self) {
        println!("ticket {} released", self.0);
    }
}

fn use_up<T: 'static>(_value: T) {}

fn main() {
    use_up(Ticket(7)); //~ prints ticket 7 released
    println!("still running"); //~ prints still running
}
