//! With unsafe it may be written to, but not lent.
//@ check-fail
static mut VISITS: u32 = 0;

fn main() {
    unsafe { VISITS += 1 };
    let visits = unsafe { &VISITS }; //~ ERROR static_mut_refs
    println!("{visits}");
}
