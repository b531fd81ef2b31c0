//! The numbers of the variants decide how wide the enum is.
//~v size 0, align 1
pub enum Button {
    Press,
}

//~v size 1, align 1, tag u8
pub enum Brightness {
    Off = 0,
    Full = 255,
}

//~v size 1, align 1, tag i8
pub enum Step {
    Back = -128,
    Forward = 127,
}

//~v size 2, align 2, tag i16
pub enum Balance {
    Debt = -1,
    Rich = 128,
}

//~v size 4, align 4, tag u32
pub enum Depth {
    Surface = 0,
    Trench = 65_536,
}
