//! A literal that is changed.

fn main() {
    let numbers: &mut [i32; 3] = &mut [1, 2, 3];
    numbers[0] = 10;
    println!("{numbers:?}"); //~ prints [10, 2, 3]

    let mut letters = *b"Ada";
    letters[0] = b'O';
    println!("{}", letters.escape_ascii()); //~ prints Oda
}
