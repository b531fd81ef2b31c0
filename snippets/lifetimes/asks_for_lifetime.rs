//! A type tries to behave differently by its lifetime.
//@ check-fail
struct Excerpt<'a>(&'a str);

trait Kind {
    fn kind(&self) -> String;
}

impl Kind for Excerpt<'_> {
    fn kind(&self) -> String {
        format!("{} for a while", self.0)
    }
}

impl Kind for Excerpt<'static> {
    //~^ ERROR E0119 conflicting implementations of trait `Kind`
    fn kind(&self) -> String {
        format!("{} for ever", self.0)
    }
}

fn main() {
    println!("{}", Excerpt("hello").kind());
}
