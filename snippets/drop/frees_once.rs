//! Two vectors, one block: how often it is given back.
fn main() {
    {
        let v1 = vec![1, 2, 3]; //~ allocates 1 block, 12 bytes
        let v2 = v1; //~ allocates nothing; frees nothing
        println!("{v2:?}"); //~ prints [1, 2, 3]
    } //~ allocates 1 block, 12 bytes; frees 1 block, 12 bytes
    println!("the end");
}
