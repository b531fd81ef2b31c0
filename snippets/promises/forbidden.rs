//! A crate that forbids `unsafe` for itself.
//@ check-fail
#![forbid(unsafe_code)]

fn main() {
    let place: *const i32 = &7;
    println!("{}", unsafe { *place }); //~ ERROR usage of an `unsafe` block
}
