//! Three numbers in a list of boxes, in a list of optional boxes, in a vector.
use std::alloc::{GlobalAlloc, Layout, System};
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
use List::{End, Link};

#[expect(dead_code)]
enum List {
    Link(i32, Box<List>),
    End,
}

#[expect(dead_code)]
struct Node(i32, Option<Box<Node>>);

fn main() {
    weigh("with an End", || {
        let rest = Link(2, Box::new(Link(3, Box::new(End))));
        Link(1, Box::new(rest))
    }); //~ prints with an End: here 16 bytes, heap 48 bytes, blocks 3
    weigh("with a None", || {
        let rest = Node(2, Some(Box::new(Node(3, None))));
        Node(1, Some(Box::new(rest)))
    }); //~ prints with a None: here 16 bytes, heap 32 bytes, blocks 2
    weigh("a vector", || vec![1, 2, 3]); //~ prints a vector: here 24 bytes, heap 12 bytes, blocks 1
}
//@ end
