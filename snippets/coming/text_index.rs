//! A text has no index.
//@ check-fail

fn main() {
    let text = "Grüße";
    println!("{}", text[1]); //~ ERROR E0277 the type `str` cannot be indexed by `{integer}`
}
