//! A move keeps the buffer.
fn main() {
    let text = String::from("moved");
    let before = text.as_ptr();
    let taken = text;
    println!("{taken}, same buffer: {}", before == taken.as_ptr());
}
