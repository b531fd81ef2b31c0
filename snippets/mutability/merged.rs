//! Optimised: assigning and shadowing, and what is left of the difference.
//@ flags: -C opt-level=3 -C codegen-units=1

#[inline(never)]
fn changed(price: u32) -> u32 {
    let mut total = price;
    total += 3;
    total *= 2;
    total
}

#[inline(never)]
fn shadowed(price: u32) -> u32 {
    let total = price;
    let total = total + 3;
    let total = total * 2;
    total
}

fn main() {
    println!("{} {}", changed(18), shadowed(18)); //~ prints 42 42
    let same = changed as *const () == shadowed as *const ();
    println!("one function: {same}"); //~ prints one function: true
}
