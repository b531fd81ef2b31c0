//! What each box takes here, and what it asks of the heap.
use std::alloc::{GlobalAlloc, Layout, System};
use std::fmt::Display;
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

fn weigh<T>(name: &str, make: impl FnOnce() -> T) {
    let before = (BLOCKS.load(Relaxed), BYTES.load(Relaxed));
    let made = make();
    let blocks = BLOCKS.load(Relaxed) - before.0;
    let bytes = BYTES.load(Relaxed) - before.1;
    let here = size_of_val(&made);
    println!("{name}: here {here} bytes, heap {bytes} bytes, blocks {blocks}");
}
//@ end

//@ region main
struct Marker;

fn main() {
    let name = String::from("Ada");
    weigh("i32", || 7_i32); //~ prints i32: here 4 bytes, heap 0 bytes, blocks 0
    weigh("Box<i32>", || Box::new(7_i32)); //~ prints Box<i32>: here 8 bytes, heap 4 bytes, blocks 1
    weigh("Box<Box<i32>>", || Box::new(Box::new(7_i32))); //~ prints Box<Box<i32>>: here 8 bytes, heap 12 bytes, blocks 2
    weigh("Box<[i32]>", || Box::<[i32]>::from([7, 8, 9])); //~ prints Box<[i32]>: here 16 bytes, heap 12 bytes, blocks 1
    weigh("Box<str>", || Box::<str>::from("Ada")); //~ prints Box<str>: here 16 bytes, heap 3 bytes, blocks 1
    weigh("Box<dyn Display>", || Box::new(7_i32) as Box<dyn Display>); //~ prints Box<dyn Display>: here 16 bytes, heap 4 bytes, blocks 1
    weigh("Box<dyn Fn>", move || {
        Box::new(move || name.len()) as Box<dyn Fn() -> usize> //~v prints Box<dyn Fn>: here 16 bytes, heap 24 bytes, blocks 1
    });
    weigh("Box<Marker>", || Box::new(Marker)); //~ prints Box<Marker>: here 8 bytes, heap 0 bytes, blocks 0
}
//@ end
