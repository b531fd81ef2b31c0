//! A union: the same bytes, read as one type or as another.
#[repr(C)]
//~v size 4, align 4
union Bits {
    float: f32,     //~ offset 0
    bits: u32,      //~ offset 0
    bytes: [u8; 4], //~ offset 0
}

fn main() {
    let mut one = Bits { float: 1.0 };
    println!("{:#x}", unsafe { one.bits }); //~ prints 0x3f800000

    one.bytes = [0; 4];
    println!("{}", unsafe { one.float }); //~ prints 0
    println!("{} bytes", size_of::<Bits>()); //~ prints 4 bytes
}
