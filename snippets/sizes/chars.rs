//! The size of a char, and the bytes the same character needs as text.
fn describe(letter: char) {
    let text = letter.len_utf8();
    println!("{letter}: char {} bytes, text {text}", size_of_val(&letter));
}

fn main() {
    describe('a'); //~ prints a: char 4 bytes, text 1
    describe('€'); //~ prints €: char 4 bytes, text 3
    describe('🦀'); //~ prints 🦀: char 4 bytes, text 4
}
