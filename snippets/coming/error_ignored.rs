//! A result that nobody looks at.

fn main() {
    "36".parse::<i32>(); //~ WARN unused_must_use
    println!("on we go"); //~ prints on we go
}
