//! A size that the build itself checks.
#[repr(C)]
pub struct Header {
    pub kind: u8,
    pub flags: u8,
    pub length: u16,
    pub checksum: u32,
}

const _: () = assert!(size_of::<Header>() == 8);
const _: () = assert!(std::mem::offset_of!(Header, checksum) == 4);
