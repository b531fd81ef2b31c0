//! Two vectors, one block: how often it is given back.

//@ region allocator
use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

static TAKEN: AtomicUsize = AtomicUsize::new(0);
static GIVEN: AtomicUsize = AtomicUsize::new(0);

struct Counting;

unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        TAKEN.fetch_add(1, Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        GIVEN.fetch_add(1, Relaxed);
        unsafe { System.dealloc(block, layout) }
    }
}

#[global_allocator]
static HEAP: Counting = Counting;

fn counted() -> [usize; 2] {
    [TAKEN.swap(0, Relaxed), GIVEN.swap(0, Relaxed)]
}
//@ end

//@ region main
fn main() {
    counted(); // forgets what came before
    let inside = {
        let scores = vec![1, 2, 3];
        let kept = scores;
        assert_eq!(kept.len(), 3);
        counted()
    };
    let behind = counted();
    println!("taken in the block: {}", inside[0]); //~ prints taken in the block: 1
    println!("freed in the block: {}", inside[1]); //~ prints freed in the block: 0
    println!("freed at the brace: {}", behind[1]); //~ prints freed at the brace: 1
}
//@ end
