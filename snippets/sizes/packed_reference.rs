//! A reference to a field that may lie at any address.
//@ check-fail
#[repr(C, packed)]
struct Packed {
    flag: u8,
    count: u32,
}

fn main() {
    let packed = Packed { flag: 1, count: 2 };
    let flag = &packed.flag;
    let count = &packed.count; //~ ERROR E0793 reference to field of packed struct is unaligned
    println!("{flag} {count}");
}
