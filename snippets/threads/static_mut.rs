//! A global that anybody may write to at any time.
//@ check-fail
static mut VISITS: u32 = 0;

fn main() {
    VISITS += 1; //~ ERROR E0133 use of mutable static is unsafe
}
