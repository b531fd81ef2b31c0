//! Two halves of one vector, changed at the same time.
fn main() {
    let mut ages = vec![65, 54, 57, 31];
    let (left, right) = ages.split_at_mut(2);
    std::mem::swap(&mut left[0], &mut right[1]);
    right[0] += left.len();
    println!("{ages:?}"); //~ prints [31, 54, 59, 65]
}
