//! A method's result belongs to the excerpt, not to the text behind it.
//@ check-fail
struct Excerpt<'a> {
    text: &'a str,
}

impl Excerpt<'_> {
    fn text(&self) -> &str {
        self.text
    }
}

fn main() {
    let novel = String::from("Call me Ada. Some years ago");
    let text = {
        let excerpt = Excerpt { text: &novel[..11] };
        excerpt.text() //~ ERROR E0597 `excerpt` does not live long enough
    };
    println!("{text}");
}
