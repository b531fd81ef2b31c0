//! A text is shadowed by its own length.

fn main() {
    let spaces = "   ";
    let text = &spaces;
    let spaces = spaces.len();
    println!("the number: {spaces}"); //~ prints the number: 3
    println!("the text: {text:?}"); //~ prints the text: "   "
}
