//! A reference to a local variable is returned.
//@ check-fail
fn greeting<'a>() -> &'a str {
    let text = String::from("hello");
    text.as_str() //~ ERROR E0515 cannot return value referencing local variable `text`
}

fn main() {
    println!("{}", greeting());
}
