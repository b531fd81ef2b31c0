//! The numbers of the variants decide how wide the enum is.
pub enum Button {
    Press,
}

pub enum Brightness {
    Off = 0,
    Full = 255,
}

pub enum Step {
    Back = -128,
    Forward = 127,
}

pub enum Balance {
    Debt = -1,
    Rich = 128,
}

pub enum Depth {
    Surface = 0,
    Trench = 65_536,
}
