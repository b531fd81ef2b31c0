//! A `static mut` without `unsafe`.
//@ check-fail
static mut COUNTER: u32 = 0;

fn main() {
    COUNTER += 1; //~ ERROR E0133
    println!("counted");
}
