//! Heap bytes asked for inside a block, and given back at its brace.
fn main() {
    {
        let words = vec![String::from("stack"), String::from("heap")]; //~ allocates 3 blocks, 57 bytes
        println!("{words:?}"); //~ prints ["stack", "heap"]
    } //~ allocates 3 blocks, 57 bytes; frees 3 blocks, 57 bytes
    println!("the end");
}
