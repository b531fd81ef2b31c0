//! A box that may be absent needs no word of its own.
struct Seat {
    guest: Option<Box<String>>,
}

fn main() {
    let mut seat = Seat { guest: None };
    println!("free: {}", seat.guest.is_none()); //~ prints free: true
    seat.guest = Some(Box::new(String::from("Ada")));
    println!("{:?} in {} bytes", seat.guest, size_of_val(&seat)); //~ prints Some("Ada") in 8 bytes
    let left = seat.guest.take();
    println!("{left:?} left, now {:?}", seat.guest); //~ prints Some("Ada") left, now None
}
