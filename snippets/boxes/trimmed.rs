//! A boxed text has no room to grow, and keeps none.
fn main() {
    let mut title = String::with_capacity(32);
    title.push_str("Momo");
    let (length, capacity) = (title.len(), title.capacity());
    println!(
        "String: {} bytes, {length} of {capacity} used",
        size_of_val(&title)
    ); //~ prints String: 24 bytes, 4 of 32 used

    let boxed = title.into_boxed_str();
    println!(
        "Box<str>: {} bytes, {} used",
        size_of_val(&boxed),
        boxed.len()
    ); //~ prints Box<str>: 16 bytes, 4 used

    let again = String::from(boxed);
    println!("String: {} of {} used", again.len(), again.capacity()); //~ prints String: 4 of 4 used
}
