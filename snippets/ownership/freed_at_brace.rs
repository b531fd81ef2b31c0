//! Heap bytes held inside a block and behind its brace.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

static HELD: AtomicUsize = AtomicUsize::new(0);

struct Counting;

unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        HELD.fetch_add(layout.size(), Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        HELD.fetch_sub(layout.size(), Relaxed);
        unsafe { System.dealloc(block, layout) }
    }
}

#[global_allocator]
static HEAP: Counting = Counting;

//@ region main
fn main() {
    let start = HELD.load(Relaxed);
    let inside = {
        let words = vec![String::from("stack"), String::from("heap")];
        assert_eq!(words.len(), 2);
        HELD.load(Relaxed) - start
    };
    let after = HELD.load(Relaxed) - start;
    println!("inside the block: {inside} bytes"); //~ prints inside the block: 57 bytes
    println!("behind the brace: {after} bytes"); //~ prints behind the brace: 0 bytes
}
//@ end
