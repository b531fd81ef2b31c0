//! Shadowing releases nothing; assigning does.

struct Seat(&'static str);

impl Drop for Seat {
    fn drop(&mut self) {
        print!("{} released, ", self.0);
    }
}

fn main() {
    {
        let _seat = Seat("old");
        let _seat = Seat("new");
        print!("shadowed, ");
    }
    println!("closed"); //~ prints shadowed, new released, old released, closed
    {
        let mut seat = Seat("old");
        print!("{}, ", seat.0);
        seat = Seat("new");
        print!("{}, ", seat.0);
    }
    println!("closed"); //~ prints old, old released, new, new released, closed
}
