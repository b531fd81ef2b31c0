//! The blocks that pointers own, counted by the allocator.
use std::rc::{Rc, Weak};
use std::sync::Arc;

struct Marker;

fn main() {
    let boxed = Box::new(7_u32); //~ allocates 1 block, 4 bytes
    let slice: Box<[u32]> = Box::from([7, 8, 9]); //~ allocates 1 block, 12 bytes
    let counted = Rc::new(7_u32); //~ allocates 1 block, 24 bytes
    let shared = Arc::new(7_u32); //~ allocates 1 block, 24 bytes
    let row: Rc<[u32]> = Rc::from([7, 8, 9]); //~ allocates 1 block, 32 bytes
    let weak = Weak::<u32>::new(); //~ allocates nothing
    let marker = Box::new(Marker); //~ allocates nothing

    println!("{boxed} {slice:?} {counted} {shared} {row:?}"); //~ prints 7 [7, 8, 9] 7 7 [7, 8, 9]
    println!("{} {}", weak.strong_count(), size_of_val(&marker)); //~ prints 0 8
}
