//! What sharing asks of the heap.
use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::sync::{Arc, Condvar, Mutex, RwLock};

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

fn weigh<T>(name: &str, make: impl FnOnce() -> T) {
    let before = held();
    let made = make();
    let after = held();
    let here = size_of_val(&made);
    let (blocks, bytes) = (after[0] - before[0], after[1] - before[1]);
    println!("{name}: here {here} bytes, heap {bytes} bytes, blocks {blocks}");
}
//@ end

//@ region main
fn main() {
    weigh("Mutex<u64>", || Mutex::new(7_u64)); //~ prints Mutex<u64>: here 16 bytes, heap 0 bytes, blocks 0
    weigh("RwLock<u64>", || RwLock::new(7_u64)); //~ prints RwLock<u64>: here 24 bytes, heap 0 bytes, blocks 0
    weigh("Condvar", Condvar::new); //~ prints Condvar: here 4 bytes, heap 0 bytes, blocks 0
    let shared = Arc::new(7_u64);
    let one = held();
    weigh("Arc<u64>", || Arc::new(7_u64)); //~ prints Arc<u64>: here 8 bytes, heap 24 bytes, blocks 1
    weigh("a clone", || Arc::clone(&shared)); //~ prints a clone: here 8 bytes, heap 0 bytes, blocks 0
    weigh("Arc<Mutex<u64>>", || Arc::new(Mutex::new(7_u64))); //~ prints Arc<Mutex<u64>>: here 8 bytes, heap 32 bytes, blocks 1
    let other = Arc::clone(&shared);
    drop(shared);
    println!("one owner gone: {} bytes back", one[1] - held()[1]); //~ prints one owner gone: 0 bytes back
    let observer = Arc::downgrade(&other);
    drop(other);
    println!("both gone: {} bytes back", one[1] - held()[1]); //~ prints both gone: 0 bytes back
    drop(observer);
    println!("observer gone: {} bytes back", one[1] - held()[1]); //~ prints observer gone: 24 bytes back
}
//@ end
