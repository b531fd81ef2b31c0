//! An address is a number, and a pointer is a variable that holds it.
fn main() {
    let letters = *b"slop";
    let first = &raw const letters[0];
    let third = &raw const letters[2];
    println!("further on: {}", third.addr() - first.addr()); //~ prints further on: 2

    let held = first.addr().to_ne_bytes();
    println!("an address takes {} bytes", held.len()); //~ prints an address takes 8 bytes
    let inside = (&raw const third).cast::<[u8; 8]>();
    // SAFETY: a pointer is as large as this array here, and all of it is written.
    let inside = usize::from_ne_bytes(unsafe { *inside });
    println!("in the variable: {}", inside == third.addr()); //~ prints in the variable: true
    // SAFETY: it leads to the third letter.
    println!("there: {}", char::from(unsafe { *third })); //~ prints there: o
}
