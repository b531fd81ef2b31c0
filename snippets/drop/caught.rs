//! Somebody catches a panic, and everything on the way was released.

use std::panic::catch_unwind;

struct Guest(&'static str);

impl Drop for Guest {
    fn drop(&mut self) {
        print!("{} leaves, ", self.0);
    }
}

fn main() {
    let caught = catch_unwind(|| {
        let _grace = Guest("Grace");
        panic!("fire");
    });
    println!("caught: {}", caught.is_err()); //~ prints Grace leaves, caught: true
}
