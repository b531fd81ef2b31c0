//! The counter in a RefCell, read from memory.
use std::cell::RefCell;

/// The counter and the value, as plain words.
fn words(page: &RefCell<u64>) -> [isize; 2] {
    let place: *const RefCell<u64> = page;
    unsafe { place.cast::<[isize; 2]>().read() }
}

fn main() {
    let page = RefCell::new(7);
    println!("nobody: {:?}", words(&page)); //~ prints nobody: [0, 7]
    let reader = page.borrow();
    let another = page.borrow();
    println!("two readers: {:?}", words(&page)); //~ prints two readers: [2, 7]
    drop(reader);
    println!("one reader: {:?}", words(&page)); //~ prints one reader: [1, 7]
    drop(another);
    let _writer = page.borrow_mut();
    println!("a writer: {:?}", words(&page)); //~ prints a writer: [-1, 7]
}
