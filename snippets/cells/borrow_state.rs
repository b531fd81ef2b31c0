//! A RefCell counts its loans.
use std::cell::RefCell;

fn main() {
    let page = RefCell::new(12_u8);
    //@ snapshot: nobody looks
    let ada = page.borrow();
    let grace = page.borrow();
    //@ snapshot: two readers
    println!("{ada} {grace}"); //~ prints 12 12
    drop((ada, grace));
    //@ snapshot: both are done
    let mut pen = page.borrow_mut();
    *pen = 9;
    //@ snapshot: one writer
    drop(pen);
    //@ snapshot: free again
    println!("{page:?}"); //~ prints RefCell { value: 9 }
}
