//! A method that borrows its value for as long as the value can live.
//@ check-fail
struct Words<'a> {
    rest: &'a str,
}

impl<'a> Words<'a> {
    fn next(&'a mut self) -> &'a str {
        let (word, rest) = self.rest.split_once(' ').unwrap_or((self.rest, ""));
        self.rest = rest;
        word
    }
}

fn main() {
    let mut words = Words {
        rest: "hello wide world",
    };
    println!("{}", words.next());
    println!("{}", words.next()); //~ ERROR E0499 cannot borrow `words` as mutable more than once at a time
}
