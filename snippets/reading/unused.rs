//! A program that compiles, with a warning.
fn main() {
    let spare = 7; //~ WARN unused_variables
    println!("done"); //~ prints done
}
