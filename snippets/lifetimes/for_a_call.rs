//! The words borrow from the text, and the call borrows the reader of words.
struct Words<'a> {
    rest: &'a str,
}

impl<'a> Words<'a> {
    fn next(&mut self) -> &'a str {
        let (word, rest) = self.rest.split_once(' ').unwrap_or((self.rest, ""));
        self.rest = rest;
        word
    }
}

fn main() {
    let mut words = Words {
        rest: "hello wide world",
    };
    let first = words.next();
    let second = words.next();
    println!("{first} {second}"); //~ prints hello wide
}
