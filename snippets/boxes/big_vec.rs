//! The same bytes, asked of the heap at once.
const LARGE: usize = 64 * 1024 * 1024;

fn main() {
    let picture = vec![0_u8; LARGE].into_boxed_slice();
    println!("{} MiB", size_of_val(&*picture) >> 20); //~ prints 64 MiB
}
