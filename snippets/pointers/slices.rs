//! Slices of an array, of a vector and of another slice.
fn main() {
    let array = [10, 20, 30, 40];
    let vector = vec![1, 2, 3, 4, 5];

    let all: &[i32] = &array;
    let middle = &vector[1..4];
    let last = &middle[2..];
    println!("{all:?} {middle:?} {last:?}"); //~ prints [10, 20, 30, 40] [2, 3, 4] [4]
    println!("elements: {} {} {}", all.len(), middle.len(), last.len()); //~ prints elements: 4 3 1
    println!("references: {} bytes each", size_of_val(&middle)); //~ prints references: 16 bytes each

    let place = &raw const vector[3];
    println!("last starts in the vector: {}", last.as_ptr() == place); //~ prints last starts in the vector: true
}
