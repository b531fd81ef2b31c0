//! Length and capacity of a text, counted in bytes and in letters.
fn main() {
    let greeting = String::from("Grüße");
    println!("length {}", greeting.len()); //~ prints length 7
    println!("capacity {}", greeting.capacity()); //~ prints capacity 7
    println!("{} chars", greeting.chars().count()); //~ prints 5 chars

    let chars: Vec<char> = greeting.chars().collect();
    println!("{} at index 2", chars[2]); //~ prints ü at index 2
    println!("{} bytes as chars", size_of_val(&chars[..])); //~ prints 20 bytes as chars
}
