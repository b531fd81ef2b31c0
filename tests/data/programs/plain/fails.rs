//! Ends with an error.
fn main() -> Result<(), String> {
    println!("before");
    Err("no such thing".into())
}
