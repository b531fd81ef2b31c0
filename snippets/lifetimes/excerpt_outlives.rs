//! A struct that is used when the text that it borrows has ended.
//@ check-fail
struct Excerpt<'a> {
    text: &'a str,
}

fn main() {
    let excerpt;
    {
        let novel = String::from("Call me Ada. Some years ago");
        excerpt = Excerpt { text: &novel[..11] }; //~ ERROR E0597 `novel` does not live long enough
    }
    println!("{}", excerpt.text);
}
