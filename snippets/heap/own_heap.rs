//! A heap without the C library: an array, handed out from its start.
use std::alloc::{GlobalAlloc, Layout};
use std::cell::UnsafeCell;
use std::ptr::null_mut;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

const SIZE: usize = 1 << 20;

//@ region allocator
struct Slab {
    bytes: UnsafeCell<[u8; SIZE]>,
    used: AtomicUsize,
}

unsafe impl Sync for Slab {}

unsafe impl GlobalAlloc for Slab {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let room = layout.size() + layout.align();
        let start = self.used.fetch_add(room, Relaxed);
        if start + room > SIZE {
            return null_mut();
        }
        let block = self.bytes.get().cast::<u8>().wrapping_add(start);
        block.wrapping_add(block.align_offset(layout.align()))
    }

    unsafe fn dealloc(&self, _: *mut u8, _: Layout) {}
}
//@ end

#[global_allocator]
static SLAB: Slab = Slab {
    bytes: UnsafeCell::new([0; SIZE]),
    used: AtomicUsize::new(0),
};

//@ region main
fn main() {
    let start = SLAB.bytes.get().addr();
    let boxed = Box::new(23);
    let place = (&raw const *boxed).addr();
    let inside = (start..start + SIZE).contains(&place);
    println!("{boxed} lies in the slab: {inside}"); //~ prints 23 lies in the slab: true
}
//@ end
