//! What is asked of the allocator, request by request.
use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

//@ region allocator
static BYTES: AtomicUsize = AtomicUsize::new(0);
static BLOCKS: AtomicUsize = AtomicUsize::new(0);

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

fn asked<T>(make: impl FnOnce() -> T) -> (T, usize, usize) {
    let before = (BLOCKS.load(Relaxed), BYTES.load(Relaxed));
    let made = make();
    let blocks = BLOCKS.load(Relaxed) - before.0;
    (made, blocks, BYTES.load(Relaxed) - before.1)
}
//@ end

//@ region main
fn main() {
    let length = std::env::args().count() + 2; // known only to the running program

    let (number, blocks, bytes) = asked(|| 23_i32);
    println!("{number}: {blocks} blocks, {bytes} bytes"); //~ prints 23: 0 blocks, 0 bytes

    let (boxed, blocks, bytes) = asked(|| Box::new(23_i32));
    println!("a box of {boxed}: {blocks} block, {bytes} bytes"); //~ prints a box of 23: 1 block, 4 bytes

    let (row, blocks, bytes) = asked(|| vec![0_u64; length]);
    println!("a row of {}: {blocks} block, {bytes} bytes", row.len()); //~ prints a row of 3: 1 block, 24 bytes

    let (_, blocks, _) = asked(Vec::<u64>::new);
    println!("an empty vector: {blocks} blocks"); //~ prints an empty vector: 0 blocks

    let (_, blocks, _) = asked(|| Box::new(()));
    println!("a box of nothing: {blocks} blocks"); //~ prints a box of nothing: 0 blocks
}
//@ end
