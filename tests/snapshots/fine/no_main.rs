//! Fine.
#![no_main]
#[unsafe(no_mangle)]
pub extern "C" fn main() -> i32 {
    let x = 1;
    //@ snapshot: a
    x - 1
}
