//! The numbers of the variants decide how wide the enum is.
pub enum Button {
    Press,
}

pub enum Percent {
    None = 0,
    All = 255,
}

pub enum Offset {
    Back = -128,
    Forward = 127,
}

pub enum Balance {
    Debt = -1,
    Rich = 128,
}

pub enum Port {
    Lowest = 0,
    Beyond = 65_536,
}
