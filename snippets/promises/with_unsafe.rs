//! The same powers, used with care.

static mut COUNTER: u32 = 0;

union Bits {
    number: f32,
    pattern: u32,
}

unsafe extern "C" {
    fn abs(number: i32) -> i32;
}

fn main() {
    let seven = 7;
    let place: *const i32 = &seven;
    // SAFETY: `seven` is alive, and no other thread runs that could use the counter.
    unsafe {
        println!("{}", *place); //~ prints 7
        COUNTER += 1;
        println!("{}", Bits { number: 1.0 }.pattern); //~ prints 1065353216
        println!("{}", abs(-7)); //~ prints 7
    }
}
