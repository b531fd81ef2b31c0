//! A variable keeps its type for life.
//@ check-fail
fn main() {
    let mut answer = 42;
    println!("{answer}");
    answer = "forty-two"; //~ ERROR E0308 mismatched types
    println!("{answer}");
}
