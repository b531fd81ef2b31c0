//! A text that is part of the program, and a copy of it that is not.
fn main() {
    let literal = "hello";
    //@ snapshot: a literal
    let part = &literal[1..4];
    //@ snapshot: a part of it
    let owned = String::from(literal);
    //@ snapshot: a string made from it
    println!("{literal} {part} {owned}"); //~ prints hello ell hello
}
