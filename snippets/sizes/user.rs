//! A struct with a String inside, with a short and a long text.
struct User {
    name: String,
    age: u32,
}

fn describe(name: String) {
    let user = User { name, age: 36 };
    let heap = user.name.capacity();
    println!(
        "{}: {} bytes and {heap} bytes on the heap",
        user.age,
        size_of_val(&user)
    );
}

fn main() {
    describe(String::new()); //~ prints 36: 32 bytes and 0 bytes on the heap
    describe("Ada".to_string()); //~ prints 36: 32 bytes and 3 bytes on the heap
    describe("A".repeat(1_000_000)); //~ prints 36: 32 bytes and 1000000 bytes on the heap
}
