//! A text among the constants, and one on the heap.
static GREETING: [u8; 5] = *b"hello";

fn main() {
    //@ snapshot: before
    let owned = String::from_utf8_lossy(&GREETING).into_owned();
    //@ snapshot: copied to the heap
    let kept = owned;
    //@ snapshot: moved
    println!("{kept}"); //~ prints hello
}
