//! A result that can only come from the first text.
fn without_prefix<'a>(text: &'a str, prefix: &str) -> &'a str {
    text.strip_prefix(prefix).unwrap_or(text)
}

fn main() {
    let outer = String::from("hello world");
    let found;
    {
        let inner = String::from("hello ");
        found = without_prefix(&outer, &inner);
    }
    println!("{found}"); //~ prints world
}
