//! An error that cannot happen takes no space.
use std::convert::Infallible;

fn double(number: u8) -> Result<u16, Infallible> {
    Ok(2 * u16::from(number))
}

fn main() {
    let Ok(number) = double(200);
    println!("{number}"); //~ prints 400
    println!("{} bytes", size_of::<Result<u16, Infallible>>()); //~ prints 2 bytes
    println!("{} bytes", size_of::<Result<u16, ()>>()); //~ prints 4 bytes
}
