//! A box is dropped, and a text of as many bytes is made.
fn main() {
    let seats = Box::new([1_u64; 5]);
    let place = seats.as_ptr().addr();
    drop(seats);
    let text = "measured".repeat(5);
    let there = text.as_ptr().addr() == place;
    println!("the text gets its place: {there}"); //~ prints the text gets its place: true
}
