//! Reads where nothing is.
fn main() {
    // SAFETY: none.
    println!("{}", unsafe {
        std::ptr::without_provenance::<u8>(64).read_volatile()
    });
}
