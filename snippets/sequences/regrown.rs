//! A growing block, with free memory behind it and then with a neighbour.
use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

static REQUESTS: AtomicUsize = AtomicUsize::new(0);
static STAYED: AtomicUsize = AtomicUsize::new(0);

struct Watching;

//@ region allocator
unsafe impl GlobalAlloc for Watching {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        unsafe { System.dealloc(block, layout) }
    }

    unsafe fn realloc(&self, old: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        let new = unsafe { System.realloc(old, layout, size) };
        REQUESTS.fetch_add(1, Relaxed);
        STAYED.fetch_add(usize::from(new == old), Relaxed);
        new
    }
}
//@ end

#[global_allocator]
static HEAP: Watching = Watching;

fn watched() -> (usize, usize) {
    (REQUESTS.swap(0, Relaxed), STAYED.swap(0, Relaxed))
}

//@ region main
fn main() {
    watched(); // forgets what came before

    let mut numbers = vec![0_u8; 100];
    numbers.reserve_exact(200);
    let alone = watched();

    let neighbour = Box::new([1_u8; 100]);
    numbers.reserve_exact(10_000);
    let crowded = watched();

    println!("alone: {} request, {} in place", alone.0, alone.1); //~ prints alone: 1 request, 1 in place
    println!("crowded: {} request, {} in place", crowded.0, crowded.1); //~ prints crowded: 1 request, 0 in place
    println!("still {} numbers, {}", numbers.len(), neighbour[0]); //~ prints still 100 numbers, 1
}
//@ end
