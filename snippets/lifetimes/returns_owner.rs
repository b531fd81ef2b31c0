//! The owner itself is returned.
fn greeting() -> String {
    let text = String::from("hello");
    text
}

fn main() {
    println!("{}", greeting()); //~ prints hello
}
