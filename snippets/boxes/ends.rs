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

/// Blocks and bytes that are held now.
fn held() -> (usize, usize) {
    (BLOCKS.load(Relaxed), BYTES.load(Relaxed))
}
//@ end

//@ region main
#[expect(dead_code)]
enum List {
    Link(i32, Box<List>),
    End,
}

#[expect(dead_code)]
struct Node {
    number: i32,
    next: Option<Box<Node>>,
}

fn main() {
    let start = held();
    let mut list = List::End;
    let mut nodes = None;
    for number in [3, 2, 1] {
        list = List::Link(number, Box::new(list));
    }
    let with_end = held();
    for number in [3, 2, 1] {
        let next = nodes.map(Box::new);
        nodes = Some(Node { number, next });
    }
    let with_none = held();
    let vector = vec![1, 2, 3];
    let [a, b, c] = [start, with_end, with_none];
    let (blocks, bytes) = held();
    println!("with an End: {} blocks, {} bytes", b.0 - a.0, b.1 - a.1); //~ prints with an End: 3 blocks, 48 bytes
    println!("with a None: {} blocks, {} bytes", c.0 - b.0, c.1 - b.1); //~ prints with a None: 2 blocks, 32 bytes
    println!("a vector: {} block, {} bytes", blocks - c.0, bytes - c.1); //~ prints a vector: 1 block, 12 bytes
    drop((list, nodes, vector));
}
//@ end
