//! What an array in an enum asks of the heap, with its header inside and in a box.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

//@ region allocator
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

fn asked() -> [usize; 2] {
    [BLOCKS.swap(0, Relaxed), BYTES.swap(0, Relaxed)]
}
//@ end

//@ region main
enum Data<A> {
    Empty,
    Number(i32),
    Array(A),
}

fn report<A>(make: impl FnOnce() -> Data<A>) {
    asked(); // forgets what came before
    let data = make();
    let [blocks, bytes] = asked();
    let here = size_of_val(&data);
    match data {
        Data::Empty => println!("empty: {here} bytes here, {bytes} bytes on the heap"),
        Data::Number(number) => println!("{number}: {here} bytes here, {bytes} bytes on the heap"),
        Data::Array(_array) => println!("array: {here} here, blocks: {blocks}, {bytes} bytes"),
    }
}

fn main() {
    report(|| Data::Array(vec![1, 2, 3])); //~ prints array: 24 here, blocks: 1, 12 bytes
    report(|| Data::Array(Box::new(vec![1, 2, 3]))); //~ prints array: 16 here, blocks: 2, 36 bytes
    report::<Vec<i32>>(|| Data::Number(7)); //~ prints 7: 24 bytes here, 0 bytes on the heap
    report::<Box<Vec<i32>>>(|| Data::Empty); //~ prints empty: 16 bytes here, 0 bytes on the heap
}
//@ end
