//! A reference to a constant value may leave its function.
fn table() -> &'static [u32; 3] {
    &[2, 3, 5]
}

fn main() {
    let (first, second) = (table(), table());
    println!("{first:?}"); //~ prints [2, 3, 5]
    println!("one place: {}", std::ptr::eq(first, second)); //~ prints one place: true
}
