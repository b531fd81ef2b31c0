//! Bad.
fn main() {
    std::process::Command::new("true").status().unwrap();
    //@ snapshot: a
}
