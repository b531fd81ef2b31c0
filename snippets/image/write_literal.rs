//! Writing over a literal.
//@ run-fail: SIGSEGV
fn main() {
    let greeting = "hello";
    println!("{greeting}"); //~ prints hello
    let first = greeting.as_ptr().cast_mut();
    // SAFETY: none. Nobody may write through a shared reference.
    unsafe { first.write_volatile(b'j') };
    println!("{greeting}");
}
