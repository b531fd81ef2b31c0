//! The first block is larger for small elements.
fn room_after_one<T>(element: T) -> usize {
    let mut vector = Vec::new();
    vector.push(element);
    vector.capacity()
}

fn main() {
    println!("u8: {}", room_after_one(7_u8)); //~ prints u8: 8
    println!("i32: {}", room_after_one(7_i32)); //~ prints i32: 4
    println!("String: {}", room_after_one(String::new())); //~ prints String: 4
    println!("2000 bytes: {}", room_after_one([0_u8; 2000])); //~ prints 2000 bytes: 1
}
