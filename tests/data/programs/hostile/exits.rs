//! Leaves in the middle.
fn main() {
    println!("before");
    std::process::exit(42);
}
