//! An array that a value cannot be moved out of by an index.
//@ check-fail

fn main() {
    let array = [String::from("Barbara")];
    let name = array[0]; //~ ERROR E0508 cannot move out of type `[String; 1]`

    println!("{name}");
}
