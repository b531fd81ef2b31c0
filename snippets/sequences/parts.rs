//! A part of a vector, a part of a text, and what they cost.
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
    let ages = vec![65, 54, 57, 31];
    let text = String::from("hello world");
    asked(); // forgets what came before

    let middle = &ages[1..3];
    let world = &text[6..];
    let (blocks, _) = asked();

    println!("{blocks} blocks"); //~ prints 0 blocks
    println!(
        "{middle:?} at +{}",
        middle.as_ptr().addr() - ages.as_ptr().addr()
    ); //~ prints [54, 57] at +4
    println!(
        "{world} at +{}",
        world.as_ptr().addr() - text.as_ptr().addr()
    ); //~ prints world at +6
    println!("{} and {}", middle.len(), world.len()); //~ prints 2 and 5
}
//@ end
