//! The place in the text is kept instead of a reference to it.
use std::ops::Range;

struct Page {
    text: String,
    title: Range<usize>,
}

impl Page {
    fn title(&self) -> &str {
        &self.text[self.title.clone()]
    }
}

fn main() {
    let page = Page {
        text: String::from("Lifetimes, measured"),
        title: 0..9,
    };
    let moved = page;
    println!("{}", moved.title()); //~ prints Lifetimes
}
