//! Optimised: a total that is counted up in a `mut` variable.
//@ flags: -C opt-level=3

#[inline(never)]
fn total() -> u32 {
    let mut sum = 0;
    for number in 1..=6 {
        sum += 2 * number;
    }
    sum
}

fn main() {
    println!("{}", total()); //~ prints 42
    let code = unsafe { *(total as *const [u8; 6]) };
    println!("{code:02x?}"); //~ prints [b8, 2a, 00, 00, 00, c3]
}
