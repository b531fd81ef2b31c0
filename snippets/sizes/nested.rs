//! A reading in a struct of its own, and the same fields side by side.
pub struct Reading {
    pub value: u32,
    pub quality: u8,
}

pub struct Sample {
    pub reading: Reading,
    pub channel: u8,
}

pub struct Flat {
    pub value: u32,
    pub quality: u8,
    pub channel: u8,
}
