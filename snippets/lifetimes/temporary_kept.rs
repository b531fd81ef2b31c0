//! The value gets an owner, or its life is extended.
fn main() {
    let line = String::from("hello world");
    let word = line.trim();
    let extended = &String::from("Ada");
    println!("{word} {extended}"); //~ prints hello world Ada
}
