//! A byte that is no bool.
//@ check-fail
const MAYBE: bool = unsafe { std::mem::transmute(2_u8) }; //~ ERROR E0080

fn main() {
    println!("{MAYBE}");
}
