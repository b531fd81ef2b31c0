//! An old block is neither promoted nor moved.

fn main() {
    let old = Box::new(1_u64);
    let place = &raw const *old;
    let mut sum = 0;
    for round in 0..100_000_u64 {
        let young = Box::new(round);
        sum += *young;
    }
    println!("sum: {sum}"); //~ prints sum: 4999950000
    println!("same place: {}", place == &raw const *old); //~ prints same place: true
}
