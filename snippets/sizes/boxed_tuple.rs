//! The same tuple twice: in a local variable, and moved into a box.
fn main() {
    let local = ('x', 7_u8, 1_i32);
    let boxed = Box::new(local);
    let (here, there) = (&raw const local, &raw const *boxed);

    println!("equal values: {}", local == *boxed); //~ prints equal values: true
    println!("same place: {}", here == there); //~ prints same place: false
    println!("both take {} bytes", size_of_val(&*boxed)); //~ prints both take 12 bytes
}
