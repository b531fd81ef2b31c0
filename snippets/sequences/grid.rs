//! The same numbers as an array of arrays, and as a vector of vectors.
fn main() {
    let grid = [[1_u8, 2, 3], [4, 5, 6]]; //~ allocates nothing
    let rows = vec![vec![1_u8, 2, 3], vec![4, 5, 6]]; //~ allocates 3 blocks, 54 bytes

    let start = (&raw const grid).addr();
    let second_row = (&raw const grid[1]).addr();
    println!("second row at +{}", second_row - start); //~ prints second row at +3
    println!("the same numbers: {}", rows == grid); //~ prints the same numbers: true
}
