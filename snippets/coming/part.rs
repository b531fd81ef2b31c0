//! A slice looks into the vector, and a copy of it has a block of its own.

fn main() {
    let mut ages = vec![65, 54, 57];
    let part = &mut ages[1..2];
    part[0] = 55;
    println!("{ages:?}"); //~ prints [65, 55, 57]

    let mut copy = ages[1..2].to_vec();
    copy.push(31);
    println!("{ages:?} {copy:?}"); //~ prints [65, 55, 57] [55, 31]
}
