//! An argument that changes the vector which it is pushed to.
//@ check-fail
fn main() {
    let mut sizes = vec![10, 20];
    sizes.push(sizes.pop().unwrap()); //~ ERROR E0499 cannot borrow `sizes` as mutable more than once at a time
    println!("{sizes:?}");
}
