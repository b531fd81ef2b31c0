//! Reading at an address that leads nowhere.
//@ run-fail: SIGSEGV
use std::ptr;

fn main() {
    let place = ptr::without_provenance::<u8>(64);
    println!("reading at {}", place.addr()); //~ prints reading at 64
    // SAFETY: none. This is undefined behaviour, and here the processor finds out.
    let byte = unsafe { place.read_volatile() };
    println!("{byte}");
}
