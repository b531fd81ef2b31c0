//! A reference to a `static mut`.
//@ check-fail
static mut COUNTER: u32 = 0;

fn main() {
    let counter = unsafe { &mut COUNTER }; //~ ERROR static_mut_refs
    *counter += 1;
    println!("{counter}");
}
