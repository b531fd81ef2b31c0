//! A vector that is done with growing.
fn main() {
    let ages = vec![65, 54, 57];
    let before = ages.as_ptr();
    let fixed: Box<[i32]> = ages.into_boxed_slice();
    println!("same block: {}", before == fixed.as_ptr()); //~ prints same block: true
    println!("{} numbers", fixed.len()); //~ prints 3 numbers

    let again = Vec::from(fixed);
    println!("and back: {}", before == again.as_ptr()); //~ prints and back: true
    println!("{} of {}", again.len(), again.capacity()); //~ prints 3 of 3
}
