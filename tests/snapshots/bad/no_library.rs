//! Bad.
//@ flags: -C panic=abort
#![no_std]
#![no_main]
#[panic_handler]
fn stop(_: &core::panic::PanicInfo) -> ! {
    loop {}
}
#[unsafe(no_mangle)]
pub extern "C" fn main() -> i32 {
    //@ snapshot: a
    0
}
