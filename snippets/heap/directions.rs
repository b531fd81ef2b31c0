//! Small blocks rise, and large ones come from above.
fn main() {
    let small = [1, 2, 3].map(|seat| vec![seat; 2000]);
    let large = [1, 2, 3].map(|seat| vec![seat; 1 << 20]);
    let rising = |rows: &[Vec<u8>]| rows.is_sorted_by_key(|row| row.as_ptr());
    println!("small ones rise: {}", rising(&small)); //~ prints small ones rise: true
    println!("large ones rise: {}", rising(&large)); //~ prints large ones rise: false
    let higher = large[2].as_ptr() > small[2].as_ptr();
    println!("the large ones lie higher: {higher}"); //~ prints the large ones lie higher: true
}
