//! Assigning and shadowing, optimised.
//@ flags: -O

pub fn changed(price: u32) -> u32 {
    let mut total = price;
    total += 3;
    total *= 2;
    total
}

pub fn shadowed(price: u32) -> u32 {
    let total = price;
    let total = total + 3;
    let total = total * 2;
    total
}
