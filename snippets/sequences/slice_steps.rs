//! Three owners, and a slice of each.
fn main() {
    let array = [5, 8, 13];
    let vector = vec![65, 54, 57, 31];
    let text = String::from("hello world");
    //@ snapshot: three owners
    let tail = &array[1..];
    let middle = &vector[1..3];
    let world = &text[6..];
    //@ snapshot: a slice of each
    println!("{tail:?} {middle:?} {world}"); //~ prints [8, 13] [54, 57] world
}
