//! A letter, a small number and a number: in a struct, and in one in C's layout.
pub struct Mixed {
    pub letter: char,
    pub small: u8,
    pub number: i32,
}

#[repr(C)]
pub struct MixedInC {
    pub letter: char,
    pub small: u8,
    pub number: i32,
}
