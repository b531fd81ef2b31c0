//! Counting heap allocations of numbers: as locals, then in boxes.
use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

struct Counter;
static CALLS: AtomicUsize = AtomicUsize::new(0);
static BYTES: AtomicUsize = AtomicUsize::new(0);

unsafe impl GlobalAlloc for Counter {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        CALLS.fetch_add(1, Relaxed);
        BYTES.fetch_add(layout.size(), Relaxed);
        unsafe { System.alloc(layout) }
    }
    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        unsafe { System.dealloc(block, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counter = Counter;

//@ region measure
fn main() {
    let start = (CALLS.load(Relaxed), BYTES.load(Relaxed));
    let locals = (7_i32, 2.5_f64, 'x');
    let middle = (CALLS.load(Relaxed), BYTES.load(Relaxed));
    let boxes = (Box::new(7_i32), Box::new(2.5_f64), Box::new('x'));
    let end = (CALLS.load(Relaxed), BYTES.load(Relaxed));

    println!("{locals:?} {boxes:?}");
    println!("locals: {} allocations", middle.0 - start.0); //~ prints locals: 0 allocations
    println!("boxes: {} allocations", end.0 - middle.0); //~ prints boxes: 3 allocations
    println!("together {} bytes", end.1 - middle.1); //~ prints together 16 bytes
}
//@ end
