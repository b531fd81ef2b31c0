//! What moving and cloning ask of the allocator.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

//@ region allocator
static BLOCKS: AtomicUsize = AtomicUsize::new(0);
static BYTES: AtomicUsize = AtomicUsize::new(0);

struct Counting;

unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        BLOCKS.fetch_add(1, Relaxed);
        BYTES.fetch_add(layout.size(), Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        unsafe { System.dealloc(block, layout) }
    }
}

#[global_allocator]
static HEAP: Counting = Counting;

fn asked() -> [usize; 2] {
    [BLOCKS.swap(0, Relaxed), BYTES.swap(0, Relaxed)]
}
//@ end

//@ region main
fn main() {
    asked(); // forgets what came before

    let names = vec![String::from("Ada"), String::from("Grace")];
    let building = asked();

    let moved = names;
    let moving = asked();

    let copy = moved.clone();
    let cloning = asked();

    println!("building: {} blocks, {} bytes", building[0], building[1]); //~ prints building: 3 blocks, 56 bytes
    println!("moving: {} blocks, {} bytes", moving[0], moving[1]); //~ prints moving: 0 blocks, 0 bytes
    println!("cloning: {} blocks, {} bytes", cloning[0], cloning[1]); //~ prints cloning: 3 blocks, 56 bytes
    println!("equal: {}", moved == copy); //~ prints equal: true
    let apart = moved[0].as_ptr() != copy[0].as_ptr();
    println!("separate text: {apart}"); //~ prints separate text: true
}
//@ end
