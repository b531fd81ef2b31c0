//! A value that has to be made while the program runs is not promoted.
//@ check-fail
fn a_number(seed: u32) -> &'static u32 {
    &(seed * 7) //~ ERROR E0515 cannot return reference to temporary value
}

fn main() {
    println!("{}", a_number(6));
}
