//! What is left out of a signature, and the same written in full.
fn short(text: &str) -> &str {
    text.trim()
}

fn full<'a>(text: &'a str) -> &'a str {
    text.trim()
}

fn main() {
    let either: [for<'a> fn(&'a str) -> &'a str; 2] = [short, full];
    for trim in either {
        println!("{}", trim("  hello ")); //~ prints hello
    }
}
