//! How much room a one-letter string gets.

fn main() {
    let copied = String::from("x");
    println!("copied: {} of {}", copied.len(), copied.capacity()); //~ prints copied: 1 of 1

    let mut grown = String::new();
    println!("empty: {} of {}", grown.len(), grown.capacity()); //~ prints empty: 0 of 0
    grown.push('x');
    println!("grown: {} of {}", grown.len(), grown.capacity()); //~ prints grown: 1 of 8
}
