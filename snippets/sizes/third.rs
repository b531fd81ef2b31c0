//! The third number of a point, and of a point that keeps its numbers elsewhere.
//@ flags: -O

pub struct Point {
    pub at: [f32; 3],
}

pub struct Apart {
    pub at: Box<[f32; 3]>,
}

pub fn third(point: &Point) -> f32 {
    point.at[2]
}

pub fn third_apart(point: &Apart) -> f32 {
    point.at[2]
}
