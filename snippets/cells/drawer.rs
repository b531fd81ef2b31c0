//! A cell written by hand.
use std::cell::UnsafeCell;

struct Drawer<T>(UnsafeCell<T>);

impl<T: Copy> Drawer<T> {
    fn put(&self, value: T) {
        // Nobody else is looking: no reference into a drawer is ever given out.
        unsafe { *self.0.get() = value }
    }

    fn look(&self) -> T {
        unsafe { *self.0.get() }
    }
}

fn main() {
    let drawer = Drawer(UnsafeCell::new(1));
    let (left, right) = (&drawer, &drawer);
    left.put(7);
    println!("{}", right.look()); //~ prints 7
}
