//! The stack pointer before, inside and behind a block.
use std::arch::asm;

#[inline(always)]
fn stack_pointer() -> usize {
    let value;
    unsafe { asm!("mov {}, rsp", out(reg) value) };
    value
}

fn main() {
    let before = stack_pointer();
    let (inside, place) = {
        let numbers = [7_u64; 100];
        (stack_pointer(), numbers.as_ptr().addr())
    };
    let behind = stack_pointer();
    println!("moved inside: {}", inside != before); //~ prints moved inside: false
    println!("moved behind: {}", behind != before); //~ prints moved behind: false
    println!("room was there before: {}", place >= before); //~ prints room was there before: true
}
