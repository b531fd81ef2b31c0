//! Reads its input to the end.
fn main() {
    let mut text = String::new();
    println!("{:?} {text:?}", std::io::stdin().read_line(&mut text));
}
