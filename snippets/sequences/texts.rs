//! Two texts on the heap, byte by byte.
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

    let slop = String::from("slop");
    let short = asked();
    let hello = String::from("Hello");
    let longer = asked();

    println!("slop: {} block of {} bytes", short.0, short.1); //~ prints slop: 1 block of 4 bytes
    println!(
        "{} of {}, {:?}",
        slop.len(),
        slop.capacity(),
        slop.as_bytes()
    ); //~ prints 4 of 4, [115, 108, 111, 112]

    println!("Hello: {} block of {} bytes", longer.0, longer.1); //~ prints Hello: 1 block of 5 bytes
    println!("{} of {}", hello.len(), hello.capacity()); //~ prints 5 of 5
}
//@ end
