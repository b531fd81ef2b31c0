//! Four variables and their bytes.
fn main() {
    let letter = b's';
    //@ snapshot: one byte
    let word = *b"slop";
    //@ snapshot: four bytes in a row
    let year = 1815_u32;
    let half = 0.5_f32;
    //@ snapshot: four bytes that are numbers
    println!("{letter} {word:?} {year} {half}"); //~ prints 115 [115, 108, 111, 112] 1815 0.5
}
