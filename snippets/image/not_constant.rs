//! A static whose value would have to be asked of the system.
//@ check-fail
static NUMBER: u32 = std::process::id(); //~ ERROR E0015

fn main() {
    println!("{NUMBER}");
}
