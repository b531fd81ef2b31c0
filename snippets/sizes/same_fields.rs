//! A tuple and a struct with the same fields, in different orders.
use std::mem::offset_of;

struct Pair(u8, u32);

fn main() {
    let pair = Pair(1, 2);
    println!("{} and {}", pair.0, pair.1);
    println!("tuple:  u8 at {}", offset_of!((u8, u32), 0)); //~ prints tuple:  u8 at 0
    println!("struct: u8 at {}", offset_of!(Pair, 0)); //~ prints struct: u8 at 4
    println!("sizes {} and {}", size_of::<(u8, u32)>(), size_of::<Pair>()); //~ prints sizes 8 and 8
}
