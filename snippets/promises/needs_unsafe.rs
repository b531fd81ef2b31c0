//! What only an unsafe block may do.
//@ check-fail

static mut COUNTER: u32 = 0;

union Bits {
    number: f32,
    pattern: u32,
}

unsafe fn risky() {}

unsafe extern "C" {
    fn abs(number: i32) -> i32;
}

fn main() {
    let place: *const i32 = &7;
    println!("{}", *place); //~ ERROR E0133 dereference of raw pointer
    COUNTER = 1; //~ ERROR E0133 use of mutable static
    let bits = Bits { number: 1.0 };
    println!("{}", bits.pattern); //~ ERROR E0133 access to union field
    risky(); //~ ERROR E0133 call to unsafe function `risky`
    println!("{}", abs(-7)); //~ ERROR E0133 call to unsafe function `abs`
}
