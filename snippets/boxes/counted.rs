//! The counters in front of a value that is shared.
use std::rc::Rc;
use std::sync::Arc;

/// What stands in front of a value.
unsafe fn counters(value: *const u64) -> [usize; 2] {
    unsafe { value.cast::<[usize; 2]>().sub(1).read() }
}

fn main() {
    let first = Rc::new(7_u64);
    let second = Rc::clone(&first);
    let words = unsafe { counters(Rc::as_ptr(&first)) };
    println!("Rc: {words:?}"); //~ prints Rc: [2, 1]

    let third = Arc::new(7_u64);
    let fourth = Arc::clone(&third);
    let words = unsafe { counters(Arc::as_ptr(&third)) };
    println!("Arc: {words:?}"); //~ prints Arc: [2, 1]
    assert_eq!(*second, *fourth);
}
