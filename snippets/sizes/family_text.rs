//! The same visible character as text, taken apart.
fn main() {
    let family = "👨\u{200D}👩\u{200D}👧";
    println!("{} bytes of text", family.len()); //~ prints 18 bytes of text
    println!("{} scalar values", family.chars().count()); //~ prints 5 scalar values
    for part in family.chars() {
        println!("U+{:05X}", u32::from(part));
    }
}
