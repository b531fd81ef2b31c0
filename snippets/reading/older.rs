//! What a closure takes along.
//@ editions: 2018 run, 2021 run
fn main() {
    let pair = (7_u8, [0_u8; 100]);
    let first = move || pair.0;
    println!("first: {}", first()); //~ prints first: 7

    //~v 2018 prints the closure takes 101 bytes
    println!("the closure takes {} bytes", size_of_val(&first)); //~ 2021 prints the closure takes 1 bytes
}
