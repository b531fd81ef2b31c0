//! A field that was forgotten has no value.
//@ check-fail

struct Seat {
    row: u32,
    taken: bool,
}

fn main() {
    let seat = Seat { row: 7 }; //~ ERROR E0063 missing field `taken`
    println!("{} {}", seat.row, seat.taken);
}
