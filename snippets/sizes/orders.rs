//! One list of fields, four ways to lay it out.
pub struct Free {
    pub flag: u8,
    pub count: u32,
    pub level: u8,
}

#[repr(C)]
pub struct Fixed {
    pub flag: u8,
    pub count: u32,
    pub level: u8,
}

#[repr(C, packed)]
pub struct Packed {
    pub flag: u8,
    pub count: u32,
    pub level: u8,
}

#[repr(C, align(16))]
pub struct Wide {
    pub flag: u8,
    pub count: u32,
    pub level: u8,
}
