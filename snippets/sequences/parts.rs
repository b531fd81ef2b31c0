//! A part of a vector, a part of a text, and what they cost.
fn main() {
    let ages = vec![65, 54, 57, 31];
    let text = String::from("hello world");

    let middle = &ages[1..3]; //~ allocates nothing
    let world = &text[6..]; //~ allocates nothing

    let start = middle.as_ptr().addr() - ages.as_ptr().addr();
    println!("{middle:?} at +{start}"); //~ prints [54, 57] at +4
    let start = world.as_ptr().addr() - text.as_ptr().addr();
    println!("{world} at +{start}"); //~ prints world at +6
    println!("{} and {}", middle.len(), world.len()); //~ prints 2 and 5
}
