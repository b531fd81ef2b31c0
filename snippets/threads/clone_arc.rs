//! A clone of an `Arc` and a clone of an `Rc`, optimised.
//@ flags: -O
use std::rc::Rc;
use std::sync::Arc;

pub fn share(page: &Arc<u64>) -> Arc<u64> {
    Arc::clone(page)
}

pub fn keep(page: &Rc<u64>) -> Rc<u64> {
    Rc::clone(page)
}
