//! The same numbers as an array of arrays, and as a vector of vectors.
use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

static BLOCKS: AtomicUsize = AtomicUsize::new(0);
static BYTES: AtomicUsize = AtomicUsize::new(0);

struct Counting;

unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        BLOCKS.fetch_add(1, Relaxed);
        BYTES.fetch_add(layout.size(), Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        unsafe { System.dealloc(block, layout) }
    }
}

#[global_allocator]
static HEAP: Counting = Counting;

fn asked() -> (usize, usize) {
    (BLOCKS.swap(0, Relaxed), BYTES.swap(0, Relaxed))
}

//@ region main
fn main() {
    asked(); // forgets what came before

    let grid = [[1_u8, 2, 3], [4, 5, 6]];
    let grid_blocks = asked().0;

    let rows = vec![vec![1_u8, 2, 3], vec![4, 5, 6]];
    let (row_blocks, row_bytes) = asked();

    let start = (&raw const grid).addr();
    let second_row = (&raw const grid[1]).addr();
    println!("second row at +{}", second_row - start); //~ prints second row at +3
    println!("grid: {grid_blocks} blocks"); //~ prints grid: 0 blocks
    println!("rows: {row_blocks} blocks, {row_bytes} bytes"); //~ prints rows: 3 blocks, 54 bytes
    println!("the same numbers: {}", rows == grid); //~ prints the same numbers: true
}
//@ end
