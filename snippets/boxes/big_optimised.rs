//! The same program, optimised.
//@ flags: -C opt-level=3
const LARGE: usize = 64 * 1024 * 1024;

fn main() {
    let picture = Box::new([0_u8; LARGE]);
    println!("{} bytes", size_of_val(&*picture)); //~ prints 67108864 bytes
}
