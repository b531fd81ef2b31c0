//! Slices of unknown length, and not one of them on the heap.
fn main() {
    let seats = [1_u64, 2, 3, 4];
    let chosen = std::env::args().count();
    let part: &[u64] = &seats[chosen..];
    let text: &str = &"measured"[chosen..];
    let array = seats.as_ptr_range();
    let inside = array.contains(&part.as_ptr());
    println!("{} seats in the frame: {inside}", part.len()); //~ prints 3 seats in the frame: true
    println!("{} letters of a literal", text.len()); //~ prints 7 letters of a literal
}
