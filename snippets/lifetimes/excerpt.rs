//! A struct that borrows a text, and its methods.
pub struct Excerpt<'a> {
    text: &'a str,
}

impl<'a> Excerpt<'a> {
    fn words(&self) -> usize {
        self.text.split(' ').count()
    }

    fn announce(&self, title: &str) -> &str {
        println!("{title}: {} words", self.words()); //~ prints Found: 3 words
        self.text
    }

    fn text(&self) -> &'a str {
        self.text
    }
}

fn main() {
    let novel = String::from("Call me Ada. Some years ago");
    let text = {
        let excerpt = Excerpt { text: &novel[..11] };
        println!("{}", excerpt.announce("Found")); //~ prints Call me Ada
        excerpt.text()
    };
    println!("{text}");
}
