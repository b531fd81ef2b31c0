//! Shadowing releases nothing; assigning does.

struct Seat(u32);

impl Drop for Seat {
    fn drop(&mut self) {
        println!("seat {} released", self.0);
    }
}

fn main() {
    let _seat = Seat(1);
    let _seat = Seat(2);
    println!("shadowed"); //~ prints shadowed

    let mut other = Seat(3);
    println!("holding {}", other.0); //~ prints holding 3
    other = Seat(4); //~ prints seat 3 released
    println!("assigned {}", other.0); //~ prints assigned 4
} //~ prints seat 4 released
