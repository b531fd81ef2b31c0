//! A vector is asked for its length in the middle of its own push.
fn main() {
    let mut sizes = vec![10, 20];
    sizes.push(sizes.len());
    println!("{sizes:?}"); //~ prints [10, 20, 2]
}
