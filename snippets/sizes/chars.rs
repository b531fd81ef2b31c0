//! The size of a char, and the bytes the same character needs as text.
fn describe(letter: char) {
    let text = letter.len_utf8();
    println!("{letter}: char {}, text {text}", size_of_val(&letter));
}

fn main() {
    describe('a'); //~ prints a: char 4, text 1
    describe('€'); //~ prints €: char 4, text 3
    describe('🦀'); //~ prints 🦀: char 4, text 4
}
