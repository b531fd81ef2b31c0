//! A value moves out of its box, and the block goes at the closing brace.
fn main() {
    let text;
    {
        let boxed = Box::new(String::from("Ada")); //~ allocates 2 blocks, 27 bytes
        text = *boxed; //~ allocates nothing; frees nothing
    } //~ allocates 2 blocks, 27 bytes; frees 1 block, 24 bytes
    println!("{text}"); //~ prints Ada
    drop(text); //~ frees 1 block, 3 bytes
}
