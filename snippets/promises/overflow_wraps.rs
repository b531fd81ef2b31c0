//! The same sum, not checked.
//@ flags: -C overflow-checks=off

fn main() {
    let mut seats: u8 = 0;
    for _ in 0..256 {
        seats += 1;
    }
    println!("{seats} seats"); //~ prints 0 seats
}
