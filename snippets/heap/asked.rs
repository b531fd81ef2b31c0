//! What is asked of the allocator, request by request.
fn main() {
    let length = std::env::args().count() + 2; // known only to the running program

    let number = 23_i32; //~ allocates nothing
    let boxed = Box::new(23_i32); //~ allocates 1 block, 4 bytes
    let row = vec![0_u64; length]; //~ allocates 1 block, 24 bytes
    let empty = Vec::<u64>::new(); //~ allocates nothing
    let marker = Box::new(()); //~ allocates nothing

    println!("{number} {boxed} {row:?} {empty:?} {marker:?}"); //~ prints 23 23 [0, 0, 0] [] ()
    drop(boxed); //~ frees 1 block, 4 bytes
    drop(empty); //~ frees nothing
}
