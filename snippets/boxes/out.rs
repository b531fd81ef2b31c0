//! A value moves out of its box, and the block goes at the closing brace.
use std::alloc::{GlobalAlloc, Layout, System};
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
fn held() -> (usize, usize) {
    (BLOCKS.load(Relaxed), BYTES.load(Relaxed))
}
//@ end

//@ region main
fn main() {
    let (_, start) = held();
    let (boxed_bytes, moved_bytes, text) = {
        let boxed = Box::new(String::from("Ada"));
        let before = held().1 - start;
        let text = *boxed;
        (before, held().1 - start, text)
    };
    let left = held().1 - start;
    println!("in the box: {boxed_bytes} bytes"); //~ prints in the box: 27 bytes
    println!("moved out: {moved_bytes} bytes"); //~ prints moved out: 27 bytes
    println!("behind the brace: {left} bytes"); //~ prints behind the brace: 3 bytes
    println!("{text}"); //~ prints Ada
}
//@ end
