//! A RefCell counts its loans.
use std::cell::RefCell;

fn main() {
    let page = RefCell::new([1_u8, 2]);
    //@ snapshot: nobody looks
    let ada = page.borrow();
    let grace = page.borrow();
    //@ snapshot: two readers
    println!("{} {}", ada[0], grace[1]); //~ prints 1 2
    drop((ada, grace));
    //@ snapshot: both are done
    let mut pen = page.borrow_mut();
    pen[0] = 9;
    //@ snapshot: one writer
    drop(pen);
    //@ snapshot: free again
    println!("{page:?}"); //~ prints RefCell { value: [9, 2] }
}
