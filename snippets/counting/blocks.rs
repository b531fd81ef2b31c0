//! What a shared value asks of the heap.
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
#[repr(align(32))]
struct Wide(#[expect(dead_code)] u8);

fn main() {
    let shared = Rc::new(7_u64);
    let names = vec![String::from("Ada"), String::from("Grace")];
    weigh("Rc<u8>", || Rc::new(7_u8)); //~ prints Rc<u8>: here 8 bytes, heap 24 bytes, blocks 1
    weigh("Rc<u64>", || Rc::new(7_u64)); //~ prints Rc<u64>: here 8 bytes, heap 24 bytes, blocks 1
    weigh("a clone", || Rc::clone(&shared)); //~ prints a clone: here 8 bytes, heap 0 bytes, blocks 0
    weigh("a Weak", || Rc::downgrade(&shared)); //~ prints a Weak: here 8 bytes, heap 0 bytes, blocks 0
    weigh("Rc<Wide>", || Rc::new(Wide(7))); //~ prints Rc<Wide>: here 8 bytes, heap 64 bytes, blocks 1
    weigh("Rc<str>", || Rc::<str>::from("Ada")); //~ prints Rc<str>: here 16 bytes, heap 24 bytes, blocks 1
    weigh("Rc<Vec>", || Rc::new(names)); //~ prints Rc<Vec>: here 8 bytes, heap 40 bytes, blocks 1
}
//@ end
