//! A variable and a parameter that would hold the text itself.
//@ check-fail
//~v ERROR E0277 size for values of type `str` cannot be known
fn shout(text: str) {
    println!("{}!", &text);
}

fn main() {
    let text: str = *"hello"; //~ ERROR E0277 size for values of type `str` cannot be known
    println!("{}", &text);
}
