//! With unsafe it may be written to, but not lent.
//@ check-fail
static mut VISITS: u32 = 0;

fn main() {
    unsafe { VISITS += 1 };
    let visits = unsafe { &VISITS }; //~ ERROR creating a shared reference to mutable static
    println!("{visits}");
}
