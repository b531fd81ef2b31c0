//! How much room a one-letter string gets.

fn main() {
    let copied = String::from("x");
    println!("copied: {} of {} bytes", copied.len(), copied.capacity()); //~ prints copied: 1 of 1 bytes

    let mut grown = String::new();
    println!("empty: {} of {} bytes", grown.len(), grown.capacity()); //~ prints empty: 0 of 0 bytes
    grown.push('x');
    println!("grown: {} of {} bytes", grown.len(), grown.capacity()); //~ prints grown: 1 of 8 bytes
}
