//! A destructor that panics while a panic is on its way.
//@ run-fail: SIGABRT

struct Guest;

impl Drop for Guest {
    fn drop(&mut self) {
        println!("leaving"); //~ prints leaving
        panic!("the door is stuck");
    }
}

fn main() {
    let _guest = Guest;
    panic!("fire");
}
