//! A field that is a reference, without a lifetime.
//@ check-fail
struct Excerpt {
    text: &str, //~ ERROR E0106 missing lifetime specifier
}

fn main() {
    let excerpt = Excerpt { text: "hello" };
    println!("{}", excerpt.text);
}
