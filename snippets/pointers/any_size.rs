//! A pointer and its target, measured for types with and without a fixed size.
use std::fmt::Debug;

fn weigh<T: ?Sized>(name: &str, place: &T) {
    let (pointer, target) = (size_of_val(&place), size_of_val(place));
    println!("{name}: pointer {pointer} bytes, target {target} bytes");
}

fn main() {
    let numbers = [1_u32, 2, 3];
    weigh("&[u32; 3]", &numbers); //~ prints &[u32; 3]: pointer 8 bytes, target 12 bytes
    weigh("&[u32]", &numbers[..]); //~ prints &[u32]: pointer 16 bytes, target 12 bytes
    weigh("&[u32] of one", &numbers[..1]); //~ prints &[u32] of one: pointer 16 bytes, target 4 bytes
    weigh("&str", "hello"); //~ prints &str: pointer 16 bytes, target 5 bytes
    let printable: &dyn Debug = &numbers;
    weigh("&dyn Debug", printable); //~ prints &dyn Debug: pointer 16 bytes, target 12 bytes
}
