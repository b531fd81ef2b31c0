//! The same push with a reference that exists before the length is asked for.
//@ check-fail
fn main() {
    let mut sizes = vec![10, 20];
    let change = &mut sizes;
    Vec::push(change, sizes.len()); //~ ERROR E0502 cannot borrow `sizes` as immutable because it is also borrowed as mutable
    println!("{sizes:?}");
}
