//! What each of these asks of the heap.
use std::alloc::{GlobalAlloc, Layout, System};
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

//@ region allocator
struct Counting;

static ASKED: AtomicUsize = AtomicUsize::new(0);

#[global_allocator]
static COUNTING: Counting = Counting;

unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        ASKED.fetch_add(1, Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        ASKED.fetch_add(1, Relaxed);
        unsafe { System.realloc(block, layout, size) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        unsafe { System.dealloc(block, layout) }
    }
}

fn count<T>(what: &str, act: impl FnOnce() -> T) {
    let before = ASKED.load(Relaxed);
    let _made = act();
    let asked = ASKED.load(Relaxed) - before;
    println!("{what}: {asked} allocations");
}
//@ end

fn push_all(mut numbers: Vec<u64>) -> Vec<u64> {
    for number in 0..1_000 {
        numbers.push(number);
    }
    numbers
}

//@ region main
fn main() {
    let array = [7_u8; 64];
    let block = Box::new(array);
    let names = vec![String::from("Grace Hopper"); 1_000];
    let (rc, arc) = (Rc::new(7_u64), Arc::new(7_u64));
    count("an array", || [7_u32; 16]); //~ prints an array: 0 allocations
    count("a vec", || vec![7_u32; 16]); //~ prints a vec: 1 allocations
    count("clone of the array", || array.clone()); //~ prints clone of the array: 0 allocations
    count("clone of the box", || block.clone()); //~ prints clone of the box: 1 allocations
    count("clone of the Rc", || Rc::clone(&rc)); //~ prints clone of the Rc: 0 allocations
    count("clone of the Arc", || Arc::clone(&arc)); //~ prints clone of the Arc: 0 allocations
    count("clone of the names", || names.clone()); //~ prints clone of the names: 1001 allocations
    count("a slice", || &names[100..900]); //~ prints a slice: 0 allocations
    count("its to_vec", || names[100..900].to_vec()); //~ prints its to_vec: 801 allocations
    count("growing", || push_all(Vec::new())); //~ prints growing: 9 allocations
    count("with room", || push_all(Vec::with_capacity(1_000))); //~ prints with room: 1 allocations
}
//@ end
