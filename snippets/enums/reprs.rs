//! The same variants in three representations.
pub enum Input {
    Idle,
    Key(u8),
    Touch(u16, u8),
}

#[repr(u8)]
pub enum Tagged {
    Idle,
    Key(u8),
    Touch(u16, u8),
}

#[repr(C)]
pub enum Foreign {
    Idle,
    Key(u8),
    Touch(u16, u8),
}
