//! Writing over a function.
//@ run-fail: SIGSEGV
fn answer() -> u32 {
    42
}

fn main() {
    println!("{}", answer()); //~ prints 42
    let code = answer as *mut u8;
    // SAFETY: none. A function is no place to write to.
    unsafe { code.write_volatile(0xc3) };
    println!("{}", answer());
}
