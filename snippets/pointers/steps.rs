//! A reference to a reference: two steps, each of them an address.
fn main() {
    let number = 7;
    let inner = &number;
    let outer = &inner;

    println!(
        "inner {} bytes, outer {}",
        size_of_val(&inner),
        size_of_val(&outer)
    ); //~ prints inner 8 bytes, outer 8
    println!(
        "outer leads to inner: {}",
        std::ptr::eq(outer, &raw const inner)
    ); //~ prints outer leads to inner: true
    println!(
        "inner leads to number: {}",
        std::ptr::eq(*outer, &raw const number)
    ); //~ prints inner leads to number: true
    println!("two steps to {}", **outer); //~ prints two steps to 7
}
