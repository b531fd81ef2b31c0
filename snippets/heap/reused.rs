//! A freed block is handed out again, to whom it fits.
fn main() {
    let first = Box::new([1_u64; 5]);
    let place = (&raw const *first).addr();
    drop(first);

    let large = Box::new([2_u64; 50]);
    let there = (&raw const *large).addr() == place;
    println!("a larger box gets it: {there}"); //~ prints a larger box gets it: false

    let second = Box::new([3_u64; 5]);
    let there = (&raw const *second).addr() == place;
    println!("a box of that size gets it: {there}"); //~ prints a box of that size gets it: true
    println!("{} {}", large[0], second[0]);
}
