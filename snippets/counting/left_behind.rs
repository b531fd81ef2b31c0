//! What a circle of friends leaves behind, with and without a Weak.
use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::RefCell;
use std::rc::{Rc, Weak};
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
#[derive(Default)]
struct Friend {
    owns: RefCell<Option<Rc<Friend>>>,
    knows: RefCell<Weak<Friend>>,
}

fn leaked(meet: fn(&Rc<Friend>, &Rc<Friend>)) -> [usize; 2] {
    let before = held();
    {
        let ada = Rc::new(Friend::default());
        let grace = Rc::new(Friend::default());
        ada.owns.replace(Some(Rc::clone(&grace)));
        meet(&ada, &grace);
    }
    let after = held();
    [after[0] - before[0], after[1] - before[1]]
}

fn main() {
    let circle = leaked(|a, b| *b.owns.borrow_mut() = Some(a.clone()));
    let broken = leaked(|a, b| *b.knows.borrow_mut() = Rc::downgrade(a));
    println!("owned back: {} blocks, {} bytes left", circle[0], circle[1]); //~ prints owned back: 2 blocks, 96 bytes left
    println!("known back: {} blocks, {} bytes left", broken[0], broken[1]); //~ prints known back: 0 blocks, 0 bytes left
}
//@ end
