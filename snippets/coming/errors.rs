//! An error is a value, and `?` hands it up.

use std::num::ParseIntError;

fn sum(left: &str, right: &str) -> Result<i32, ParseIntError> {
    let left: i32 = left.parse()?;
    let right: i32 = right.parse()?;
    Ok(left + right)
}

fn main() {
    println!("{:?}", sum("40", "2")); //~ prints Ok(42)
    match sum("40", "two") {
        Ok(number) => println!("{number}"),
        Err(error) => println!("{error}"), //~ prints invalid digit found in string
    }
}
