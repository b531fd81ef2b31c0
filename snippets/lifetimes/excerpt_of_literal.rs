//! The text is there for ever, and the excerpt is not.
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
    let text = {
        let excerpt = Excerpt {
            text: "Call me Ada",
        };
        excerpt.text() //~ ERROR E0597 `excerpt` does not live long enough
    };
    println!("{text}");
}
