//! The value ends first, and the reference is not used any more.
fn main() {
    let look: &String;
    {
        let name = String::from("Ada");
        look = &name;
        println!("{look}"); //~ prints Ada
    }
    println!("behind the block"); //~ prints behind the block
}
