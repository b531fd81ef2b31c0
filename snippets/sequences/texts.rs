//! Two texts on the heap, byte by byte.
fn main() {
    let slop = String::from("slop"); //~ allocates 1 block, 4 bytes
    let hello = String::from("Hello"); //~ allocates 1 block, 5 bytes

    let (length, capacity) = (slop.len(), slop.capacity());
    println!("{length} of {capacity}, {:?}", slop.as_bytes()); //~ prints 4 of 4, [115, 108, 111, 112]
    println!("{} of {}", hello.len(), hello.capacity()); //~ prints 5 of 5
}
