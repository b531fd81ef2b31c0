//! A reference to a `static mut`.
//@ check-fail
static mut COUNTER: u32 = 0;

fn main() {
    let counter = unsafe { &mut COUNTER }; //~ ERROR mutable reference to mutable static
    *counter += 1;
    println!("{counter}");
}
