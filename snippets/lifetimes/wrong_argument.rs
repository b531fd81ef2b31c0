//! The signature names one argument, and the body returns the other.
//@ check-fail
fn without_prefix<'a>(text: &'a str, prefix: &str) -> &'a str {
    if text.starts_with(prefix) {
        return prefix; //~ ERROR E0621 explicit lifetime required in the type of `prefix`
    }
    text
}

fn main() {
    println!("{}", without_prefix("hello world", "hello "));
}
