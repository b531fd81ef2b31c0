//! Three ways to leak without a cycle.
use std::alloc::{GlobalAlloc, Layout, System};
use std::rc::Rc;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

//@ region allocator
struct Scales;

static BLOCKS: AtomicUsize = AtomicUsize::new(0);
static BYTES: AtomicUsize = AtomicUsize::new(0);

#[global_allocator]
static SCALES: Scales = Scales;

unsafe impl GlobalAlloc for Scales {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        BLOCKS.fetch_add(1, Relaxed);
        BYTES.fetch_add(layout.size(), Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        BLOCKS.fetch_sub(1, Relaxed);
        BYTES.fetch_sub(layout.size(), Relaxed);
        unsafe { System.dealloc(block, layout) }
    }
}

/// Blocks and bytes that are held now.
fn held() -> [usize; 2] {
    [BLOCKS.load(Relaxed), BYTES.load(Relaxed)]
}
//@ end

//@ region main
fn main() {
    let start = held()[1];
    let greeting: &'static mut [u16; 4] = Box::leak(Box::new([1, 2, 3, 4]));
    let leaked = held()[1] - start;
    greeting[0] = 7;

    std::mem::forget(String::from("Momo"));
    let forgotten = held()[1] - start - leaked;

    let shared = Rc::new(7_u64);
    std::mem::forget(Rc::clone(&shared));
    drop(shared);
    let counted = held()[1] - start - leaked - forgotten;

    println!("Box::leak: {leaked} bytes stay, {greeting:?}"); //~ prints Box::leak: 8 bytes stay, [7, 2, 3, 4]
    println!("mem::forget of a String: {forgotten} bytes stay"); //~ prints mem::forget of a String: 4 bytes stay
    println!("mem::forget of a handle: {counted} bytes stay"); //~ prints mem::forget of a handle: 24 bytes stay
}
//@ end
