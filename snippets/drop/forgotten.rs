//! Three safe ways to keep a destructor from running.

use std::mem::{ManuallyDrop, forget};

struct Guest(&'static str);

impl Drop for Guest {
    fn drop(&mut self) {
        print!("{} leaves, ", self.0);
    }
}

fn main() {
    forget(Guest("Ada"));
    println!("forgotten"); //~ prints forgotten
    {
        let barbara = ManuallyDrop::new(Guest("Barbara"));
        print!("{} is in, ", barbara.0);
    }
    println!("wrapped"); //~ prints Barbara is in, wrapped

    let grace: &'static Guest = Box::leak(Box::new(Guest("Grace")));
    println!("{} leaked", grace.0); //~ prints Grace leaked

    let linus = ManuallyDrop::new(Guest("Linus"));
    drop(ManuallyDrop::into_inner(linus));
    println!("unwrapped"); //~ prints Linus leaves, unwrapped
}
