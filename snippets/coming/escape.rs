//! What a returned value asks of the allocator.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

static BLOCKS: AtomicUsize = AtomicUsize::new(0);

struct Counting;

unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        BLOCKS.fetch_add(1, Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        unsafe { System.dealloc(block, layout) }
    }
}

#[global_allocator]
static HEAP: Counting = Counting;

//@ region main
struct Corner {
    x: f64,
    y: f64,
}

fn by_value() -> Corner {
    Corner { x: 1.0, y: 2.0 }
}

fn boxed() -> Box<Corner> {
    Box::new(Corner { x: 3.0, y: 4.0 })
}

fn main() {
    BLOCKS.store(0, Relaxed);
    let first = by_value();
    let after_first = BLOCKS.swap(0, Relaxed);
    let second = boxed();
    let after_second = BLOCKS.swap(0, Relaxed);
    println!("by value: {after_first} blocks"); //~ prints by value: 0 blocks
    println!("boxed: {after_second} block"); //~ prints boxed: 1 block
    println!("{} {}", first.x + second.x, first.y + second.y); //~ prints 4 6
}
//@ end
