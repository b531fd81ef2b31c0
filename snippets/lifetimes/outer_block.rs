//! The owner stands outside, and the reference may come from inside.
fn main() {
    let name;
    let look;
    {
        name = String::from("Ada");
        look = &name;
    }
    println!("{look}"); //~ prints Ada
}
