//! Two variables, two numbers.

fn main() {
    let x = 5;
    let mut y = x;
    y += 1;
    println!("x = {x}, y = {y}"); //~ prints x = 5, y = 6

    let same_bits = x == y - 1;
    let same_place = &raw const x == &raw const y;
    println!("same bits: {same_bits}, same place: {same_place}"); //~ prints same bits: true, same place: false
}
