//! The bytes of a struct without holes.
#[repr(C)]
struct Corner {
    x: u16,
    y: u16,
}

fn main() {
    let corner = Corner { x: 1, y: 2 };
    // Safe: each number gives its own bytes.
    println!("{:?} {:?}", corner.x.to_ne_bytes(), corner.y.to_ne_bytes()); //~ prints [1, 0] [2, 0]
    let start = (&raw const corner).cast::<u8>();
    // SAFETY: a `Corner` has no padding, so all its bytes are written.
    let bytes = unsafe { std::slice::from_raw_parts(start, size_of::<Corner>()) };
    println!("{bytes:?}"); //~ prints [1, 0, 2, 0]
}
