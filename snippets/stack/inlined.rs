//! A call that makes no frame: the compiler put its body in the caller.
//@ flags: -C opt-level=3
use std::arch::asm;

#[inline(always)]
fn pointer_inlined() -> usize {
    let value;
    unsafe { asm!("mov {}, rsp", out(reg) value) };
    value
}

#[inline(never)]
fn pointer_called() -> usize {
    pointer_inlined()
}

fn main() {
    let here: usize;
    unsafe { asm!("mov {}, rsp", out(reg) here) };
    println!("inlined: {} bytes", here - pointer_inlined()); //~ prints inlined: 0 bytes
    println!("called: {} bytes", here - pointer_called()); //~ prints called: 16 bytes
}
