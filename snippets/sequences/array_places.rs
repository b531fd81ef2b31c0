//! The same three numbers in a variable, in a static and in a box.
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
static PRIMES: [i32; 3] = [2, 3, 5];

fn main() {
    asked(); // forgets what came before

    let local = [2, 3, 5];
    let copied = PRIMES;
    let (blocks, _) = asked();

    let boxed = Box::new(local);
    let (more, bytes) = asked();

    println!("local and static: {blocks} blocks"); //~ prints local and static: 0 blocks
    println!("boxed: {more} block of {bytes} bytes"); //~ prints boxed: 1 block of 12 bytes
    println!("all equal: {}", local == copied && local == *boxed); //~ prints all equal: true
}
//@ end
