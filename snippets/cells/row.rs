//! A row of numbers, lent as a row of cells.
use std::cell::Cell;

fn main() {
    let mut heights = [3, 1, 2];
    let whole = Cell::from_mut(&mut heights[..]);
    let cells: &[Cell<i32>] = whole.as_slice_of_cells();
    for (left, right) in cells.iter().zip(&cells[1..]) {
        if left.get() > right.get() {
            left.swap(right);
        }
    }
    println!("{heights:?}"); //~ prints [1, 2, 3]
}
