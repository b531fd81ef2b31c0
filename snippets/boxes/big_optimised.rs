//! The same program, optimised.
//@ flags: -C opt-level=3
const LARGE: usize = 64 * 1024 * 1024;

fn main() {
    let picture = Box::new([0_u8; LARGE]);
    println!("{} MiB", size_of_val(&*picture) >> 20); //~ prints 64 MiB
}
