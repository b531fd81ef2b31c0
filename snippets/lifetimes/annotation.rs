//! A lifetime is written down, and changes nothing.
//@ check-fail
fn main() {
    let age = 36;
    let look: &'static u32 = &age; //~ ERROR E0597 `age` does not live long enough
    println!("{look}");
}
