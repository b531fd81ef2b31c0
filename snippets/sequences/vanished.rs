//! A `None` in the place of a `String`.
fn main() {
    let somebody = Some(String::from("Ada"));
    let nobody: Option<String> = None;
    println!("{} bytes", size_of_val(&somebody)); //~ prints 24 bytes
    println!("{} bytes", size_of_val(&nobody));

    let word = unsafe { (&raw const nobody).cast::<usize>().read() };
    println!("{word:#x}"); //~ prints 0x8000000000000000
    println!("more than isize::MAX: {}", word > isize::MAX.unsigned_abs()); //~ prints more than isize::MAX: true
}
