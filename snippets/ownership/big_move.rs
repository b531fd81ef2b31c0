//! A large value moves whole; in a box only the pointer moves.

struct Page {
    bytes: [u8; 4096],
}

fn main() {
    let page = Page { bytes: [7; 4096] };
    let old_place = page.bytes.as_ptr();
    let moved = page;
    println!("page stayed: {}", old_place == moved.bytes.as_ptr()); //~ prints page stayed: false

    let boxed = Box::new(moved);
    let old_place = boxed.bytes.as_ptr();
    let handed_on = boxed;
    let stayed = old_place == handed_on.bytes.as_ptr();
    println!("boxed page stayed: {stayed}"); //~ prints boxed page stayed: true
}
