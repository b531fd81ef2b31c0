//! The words of a `String`, once more in a struct that may be copied.

#[derive(Clone, Copy)]
struct Header {
    pointer: *const u8,
    capacity: usize,
    length: usize,
}

fn main() {
    let text = String::from("Ada");
    let header = Header {
        pointer: text.as_ptr(),
        capacity: text.capacity(),
        length: text.len(),
    };
    let copy = header;
    println!("both usable: {}", copy.pointer == header.pointer); //~ prints both usable: true
    println!("{} of {} bytes", copy.length, header.capacity); //~ prints 3 of 3 bytes
}
