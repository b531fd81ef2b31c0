//! Numbers on the heap are copied like any other.

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

fn asked() -> [usize; 2] {
    [BLOCKS.swap(0, Relaxed), BYTES.swap(0, Relaxed)]
}

//@ region main
fn main() {
    asked(); // forgets what came before

    let local = 7;
    let other = local;
    let locals = asked();

    let numbers: Vec<i32> = vec![local; 1000];
    let vector = asked();

    let one = numbers[999];
    let boxed = Box::new(numbers[0]);
    let unboxed = *boxed;
    let block = asked();

    println!("locals: {} bytes, blocks: {}", locals[1], locals[0]); //~ prints locals: 0 bytes, blocks: 0
    println!("vector: {} bytes, blocks: {}", vector[1], vector[0]); //~ prints vector: 4000 bytes, blocks: 1
    println!("box: {} bytes, blocks: {}", block[1], block[0]); //~ prints box: 4 bytes, blocks: 1
    println!("{other} {one} {unboxed} {boxed} {}", numbers[999]); //~ prints 7 7 7 7 7
}
//@ end
