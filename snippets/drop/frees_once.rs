//! Two vectors, one block: how often it is given back.
fn main() {
    {
        let scores = vec![1, 2, 3]; //~ allocates 1 block, 12 bytes
        let kept = scores; //~ allocates nothing; frees nothing
        println!("{kept:?}"); //~ prints [1, 2, 3]
    } //~ allocates 1 block, 12 bytes; frees 1 block, 12 bytes
    println!("the end");
}
