//! The same name again and again, and the places that it stood for.

use std::collections::HashSet;

fn main() {
    let number = 1;
    let first = &raw const number;
    let number = number + 1;
    let second = &raw const number;
    let number = number + 1;
    let third = &raw const number;

    println!("number {number}"); //~ prints number 3
    println!("the first still holds {}", unsafe { *first }); //~ prints the first still holds 1
    let places = HashSet::from([first, second, third]);
    println!("{} places", places.len()); //~ prints 3 places
}
