//! Large blocks of the heap, in `main` and when `main` has returned.

//@ region allocator
use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

static LARGE: AtomicUsize = AtomicUsize::new(0);

struct Counting;

unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        LARGE.fetch_add((layout.size() >= 4096).into(), Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        LARGE.fetch_sub((layout.size() >= 4096).into(), Relaxed);
        unsafe { System.dealloc(block, layout) }
    }
}

#[global_allocator]
static HEAP: Counting = Counting;

unsafe extern "C" {
    safe fn atexit(last: extern "C" fn()) -> i32;
}
//@ end

//@ region main
extern "C" fn report() {
    println!("behind main: {LARGE:?} blocks"); //~ prints behind main: 1 blocks
}

fn main() {
    atexit(report); // is called when `main` has returned
    let _pages = [vec![1_u8; 5000], vec![2_u8; 6000]];
    let _leaked = vec![3_u8; 7000].leak();
    println!("in main: {LARGE:?} blocks"); //~ prints in main: 3 blocks
}
//@ end
