//! An assignment releases what it overwrites.

struct Guest(&'static str);

impl Drop for Guest {
    fn drop(&mut self) {
        print!("{} leaves, ", self.0);
    }
}

fn main() {
    let mut seat = Guest("Ada");
    print!("{} sits, ", seat.0);
    seat = Guest("Grace");
    println!("{} sits", seat.0); //~ prints Ada sits, Ada leaves, Grace sits

    drop(seat);
    seat = Guest("Linus");
    println!("{} sits", seat.0); //~ prints Grace leaves, Linus sits
}
