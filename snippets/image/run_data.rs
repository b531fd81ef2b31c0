//! Machine code in a static, which is not where code lies.
//@ run-fail: SIGSEGV
static CODE: [u8; 6] = [0xb8, 42, 0, 0, 0, 0xc3]; // mov eax, 42; ret

fn main() {
    println!("{CODE:02x?}"); //~ prints [b8, 2a, 00, 00, 00, c3]
    // SAFETY: none. The bytes are right, the place is not.
    let answer: extern "C" fn() -> u32 = unsafe { std::mem::transmute(CODE.as_ptr()) };
    println!("{}", answer());
}
