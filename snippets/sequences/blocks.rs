//! What a vector asks of the allocator: nothing, one block, and one again.
use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

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

fn asked() -> (usize, usize) {
    (BLOCKS.swap(0, Relaxed), BYTES.swap(0, Relaxed))
}

//@ region main
fn main() {
    asked(); // forgets what came before

    let empty: Vec<i32> = Vec::new();
    let nothing = asked();
    let ages = vec![65, 54, 57];
    let exact = asked();
    let planned: Vec<i32> = Vec::with_capacity(1000);
    let reserved = asked();

    println!("empty: {} blocks", nothing.0); //~ prints empty: 0 blocks
    println!("three: {} block of {} bytes", exact.0, exact.1); //~ prints three: 1 block of 12 bytes
    println!("planned: {} block of {} bytes", reserved.0, reserved.1); //~ prints planned: 1 block of 4000 bytes
    println!("{} {} {}", empty.len(), ages.len(), planned.len()); //~ prints 0 3 0
}
//@ end
