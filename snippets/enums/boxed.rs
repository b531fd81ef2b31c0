//! The same enum with the vector inside, and with the vector in a box.
//~v size 24, align 8
pub enum Data {
    Empty,           //~ niche 0x8000_0000_0000_0000 means Empty
    Number(i32),     //~ offset 8, niche 0x8000_0000_0000_0001 means Number
    Array(Vec<i32>), //~ offset 0
}

//~v size 16, align 8, tag u32
pub enum BoxedData {
    Empty,
    Number(i32),          //~ offset 4
    Array(Box<Vec<i32>>), //~ padding 4, offset 8
}
