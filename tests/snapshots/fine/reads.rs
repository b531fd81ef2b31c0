//! Fine.
fn main() {
    let mut line = String::new();
    let read = std::io::stdin().read_line(&mut line).unwrap();
    //@ snapshot: a
    let _ = read;
}
