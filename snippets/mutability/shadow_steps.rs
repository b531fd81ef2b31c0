//! Three variables of one name.

fn main() {
    let name = String::from("  Ada ");
    //@ snapshot: a text
    let name = name.trim().to_string();
    //@ snapshot: a shorter text
    let name = name.len();
    //@ snapshot: a number
    println!("{name}"); //~ prints 3
}
