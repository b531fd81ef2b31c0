//! The same enum with the vector inside, and with the vector in a box.
pub enum Data {
    Empty,
    Number(i32),
    Array(Vec<i32>),
}

pub enum BoxedData {
    Empty,
    Number(i32),
    Array(Box<Vec<i32>>),
}
