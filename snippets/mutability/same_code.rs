//! One function without `mut` and one with it, unoptimised: the same machine code.

#[inline(never)]
fn without(flags: u32) -> u32 {
    let result = flags | 3;
    result ^ 1
}

#[allow(unused_mut)]
#[inline(never)]
fn with(flags: u32) -> u32 {
    let mut result = flags | 3;
    result ^ 1
}

fn main() {
    assert_eq!(without(40), with(40));
    let code = |function: fn(u32) -> u32| unsafe { *(function as *const [u8; 16]) };
    println!("{:02x?}", code(without));
    println!("same 16 bytes: {}", code(without) == code(with)); //~ prints same 16 bytes: true
    let apart = without as *const () != with as *const ();
    println!("two functions: {apart}"); //~ prints two functions: true
}
