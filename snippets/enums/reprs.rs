//! The same variants in three representations.
//~v size 4, align 2, tag u8
pub enum Input {
    Idle,
    Key(u8), //~ offset 1
    Touch(u16, u8),
}

#[repr(u8)]
//~v size 6, align 2, tag u8
pub enum Tagged {
    Idle,
    Key(u8), //~ offset 1
    Touch(u16, u8), //~ padding 1
             //~ padding 1
}

#[repr(C)]
//~v size 8, align 4, tag u32
pub enum Foreign {
    Idle,
    Key(u8), //~ offset 4
    Touch(u16, u8),
    //~ padding 1
}
