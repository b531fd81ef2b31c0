//! A clone of a box is another block with an equal value.
fn main() {
    let first = Box::new([1_u16, 2, 3]);
    let twin = first.clone();
    println!("equal: {}", first == twin); //~ prints equal: true
    let same = &raw const *first == &raw const *twin;
    println!("same block: {same}"); //~ prints same block: false
}
