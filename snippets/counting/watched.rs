//! The bytes of a page that is gone, while somebody still watches.
use std::alloc::{GlobalAlloc, Layout, System};
use std::rc::Rc;
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
fn held() -> [usize; 2] {
    [BLOCKS.load(Relaxed), BYTES.load(Relaxed)]
}
//@ end

//@ region main
struct Page {
    text: String,
    _ink: [u8; 4000],
}

fn main() {
    let start = held()[1];
    let text = String::from("Momo");
    let _ink = [0; 4000];
    let page = Rc::new(Page { text, _ink });
    let reader = Rc::downgrade(&page);
    let whole = held()[1] - start;
    println!("{}: {whole} bytes", page.text); //~ prints Momo: 4044 bytes

    let before = held()[1];
    drop(page);
    println!("the page goes: {} bytes back", before - held()[1]); //~ prints the page goes: 4 bytes back
    println!("still readable: {}", reader.upgrade().is_some()); //~ prints still readable: false

    let before = held()[1];
    drop(reader);
    println!("the reader goes: {} bytes back", before - held()[1]); //~ prints the reader goes: 4040 bytes back
}
//@ end
