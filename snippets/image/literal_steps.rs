//! A literal, a part of it, a copy of its bytes in the frame, and a copy on the heap.
fn main() {
    let name = "Ada Lovelace";
    let first = &name[..3];
    //@ snapshot: a literal and a part of it
    let mut array = *b"Ada";
    let owned = String::from(first);
    //@ snapshot: two copies
    array[0] = b'E';
    //@ snapshot: one copy was changed
    println!("{name} {first} {owned} {array:?}"); //~ prints Ada Lovelace Ada Ada [69, 100, 97]
}
