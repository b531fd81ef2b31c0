//! A lifetime that nobody introduced.
//@ check-fail
fn length(text: &'a str) -> usize {
    //~^ ERROR E0261 use of undeclared lifetime name `'a`
    text.len()
}

fn main() {
    println!("{}", length("Ada"));
}
