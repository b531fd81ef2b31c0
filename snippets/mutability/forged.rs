//! A write into a static that is not mutable.
//@ run-fail: SIGSEGV

static LIMIT: u32 = 40;

fn main() {
    println!("limit {LIMIT}"); //~ prints limit 40
    let pointer = (&raw const LIMIT).cast_mut();
    unsafe { pointer.write_volatile(41) };
    println!("limit {LIMIT}");
}
