//! The blocks that pointers own, counted by the allocator.
use std::alloc::{GlobalAlloc, Layout, System};
use std::rc::{Rc, Weak};
use std::sync::Arc;
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
        unsafe { System.dealloc(block, layout) }
    }
}

fn weigh<T>(name: &str, make: impl FnOnce() -> T) {
    let before = (BLOCKS.load(Relaxed), BYTES.load(Relaxed));
    let made = make();
    let blocks = BLOCKS.load(Relaxed) - before.0;
    let bytes = BYTES.load(Relaxed) - before.1;
    println!(
        "{name}: pointer {} bytes, heap {bytes} bytes, blocks {blocks}",
        size_of_val(&made)
    );
}
//@ end

//@ region main
struct Marker;

fn main() {
    weigh("Box<u32>", || Box::new(7_u32)); //~ prints Box<u32>: pointer 8 bytes, heap 4 bytes, blocks 1
    weigh("Box<[u32]>", || Box::<[u32]>::from([7, 8, 9])); //~ prints Box<[u32]>: pointer 16 bytes, heap 12 bytes, blocks 1
    weigh("Rc<u32>", || Rc::new(7_u32)); //~ prints Rc<u32>: pointer 8 bytes, heap 24 bytes, blocks 1
    weigh("Arc<u32>", || Arc::new(7_u32)); //~ prints Arc<u32>: pointer 8 bytes, heap 24 bytes, blocks 1
    weigh("Rc<[u32]>", || Rc::<[u32]>::from([7, 8, 9])); //~ prints Rc<[u32]>: pointer 16 bytes, heap 32 bytes, blocks 1
    weigh("Weak<u32>", Weak::<u32>::new); //~ prints Weak<u32>: pointer 8 bytes, heap 0 bytes, blocks 0
    weigh("Box<Marker>", || Box::new(Marker)); //~ prints Box<Marker>: pointer 8 bytes, heap 0 bytes, blocks 0
}
//@ end
