//! A number behind each of the three pointers that own: made and dropped.
//@ timed: box_new, rc_new, arc_new
use std::hint::black_box;
use std::rc::Rc;
use std::sync::Arc;

pub fn box_new() {
    drop(black_box(Box::new(black_box(7_u64))));
}

pub fn rc_new() {
    drop(black_box(Rc::new(black_box(7_u64))));
}

pub fn arc_new() {
    drop(black_box(Arc::new(black_box(7_u64))));
}
