//! One more owner: cloned and dropped again.
//@ timed: rc_clone, arc_clone
use std::hint::black_box;
use std::rc::Rc;
use std::sync::Arc;

pub struct Shared {
    rc: Rc<u64>,
    arc: Arc<u64>,
}

pub fn before() -> Shared {
    Shared {
        rc: Rc::new(7),
        arc: Arc::new(7),
    }
}

pub fn rc_clone(shared: &mut Shared) {
    drop(black_box(Rc::clone(&shared.rc)));
}

pub fn arc_clone(shared: &mut Shared) {
    drop(black_box(Arc::clone(&shared.arc)));
}
