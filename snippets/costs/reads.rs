//! From number to number of a long row: to the next one, and to anywhere.
//@ timed: read_in_order, read_anywhere
pub struct Row {
    steps: Vec<u32>,
    jumps: Vec<u32>,
    at: u32,
}

const LENGTH: u32 = 1 << 23;

pub fn before() -> Row {
    let jump = |at: u32| at.wrapping_mul(1_664_525).wrapping_add(1_013_904_223) % LENGTH;
    let steps = (0..LENGTH).map(|at| (at + 1) % LENGTH).collect();
    Row {
        steps,
        jumps: (0..LENGTH).map(jump).collect(),
        at: 0,
    }
}

pub fn read_in_order(row: &mut Row) {
    row.at = row.steps[row.at as usize];
}

pub fn read_anywhere(row: &mut Row) {
    row.at = row.jumps[row.at as usize];
}
