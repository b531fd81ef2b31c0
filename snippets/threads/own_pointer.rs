//! A promise about a pointer, made by hand.
use std::thread;

struct Owned(*mut u32);

// The pointer comes from a Box and nobody else has a copy of it.
unsafe impl Send for Owned {}

impl Drop for Owned {
    fn drop(&mut self) {
        println!("released {}", unsafe { *Box::from_raw(self.0) }); //~ prints released 7
    }
}

fn main() {
    let number = Owned(Box::into_raw(Box::new(7)));
    thread::spawn(move || drop(number)).join().unwrap();
}
