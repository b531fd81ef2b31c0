//! An older edition: a closure takes more along.
//@ edition: 2018
fn main() {
    let pair = (7_u8, [0_u8; 100]);
    let first = move || pair.0;
    println!("first: {}", first()); //~ prints first: 7
    println!("the closure takes {} bytes", size_of_val(&first)); //~ prints the closure takes 101 bytes
}
