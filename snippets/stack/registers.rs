//! A call by hand: the argument in one register, the result in another.
use std::arch::asm;

extern "C" fn add_one(number: i32) -> i32 {
    number + 1
}

extern "C" fn make() -> Box<i32> {
    Box::new(23)
}

fn main() {
    let (answer, address): (i32, *mut i32);
    unsafe {
        asm!("call {}", sym add_one, in("edi") 41, out("eax") answer, clobber_abi("C"));
        asm!("call {}", sym make, out("rax") address, clobber_abi("C"));
    }
    println!("add_one left {answer} in eax"); //~ prints add_one left 42 in eax
    let boxed = unsafe { Box::from_raw(address) };
    println!("make left the address of {boxed} in rax"); //~ prints make left the address of 23 in rax
}
