//! An older edition: this call hands out references.
//@ edition: 2021
fn main() {
    let bytes: Box<[u8]> = Box::new([7, 8]);
    let first = bytes.into_iter().next(); //~ WARN boxed_slice_into_iter
    println!("{first:?}"); //~ prints Some(7)
    println!("{} bytes", size_of_val(&first)); //~ prints 8 bytes
}
