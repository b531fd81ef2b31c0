//! What calls do to the stack pointer.
use std::arch::asm;

#[inline(always)]
fn stack_pointer() -> usize {
    let value;
    unsafe { asm!("mov {}, rsp", out(reg) value) };
    value
}

fn deeper(levels: usize, above: usize) {
    let here = stack_pointer();
    println!("one call down: {} bytes", above - here); //~ prints one call down: 96 bytes
    if levels > 1 {
        deeper(levels - 1, here);
    }
}

fn main() {
    let before = stack_pointer();
    deeper(3, before);
    println!("back again: {}", stack_pointer() == before); //~ prints back again: true
}
