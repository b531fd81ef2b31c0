//! Three ways to leak without a cycle.
use std::mem;
use std::rc::Rc;

fn main() {
    let greeting: &'static mut [u16; 4] = Box::leak(Box::new([1, 2, 3, 4])); //~ allocates 1 block, 8 bytes; frees nothing
    greeting[0] = 7;
    println!("{greeting:?}"); //~ prints [7, 2, 3, 4]

    mem::forget(String::from("Momo")); //~ allocates 1 block, 4 bytes; frees nothing

    let shared = Rc::new(7_u64); //~ allocates 1 block, 24 bytes
    mem::forget(Rc::clone(&shared)); //~ allocates nothing
    drop(shared); //~ frees nothing
}
