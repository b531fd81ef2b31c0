//! What a closing brace releases.

fn main() {
    let kept;
    {
        let word = String::from("stack");
        let words = vec![String::from("heap"), String::from("page")];
        //@ snapshot: inside the block
        kept = word;
        //@ snapshot: one string moves out
        println!("{kept} {words:?}"); //~ prints stack ["heap", "page"]
    }
    //@ snapshot: behind the brace
    println!("{kept}"); //~ prints stack
}
