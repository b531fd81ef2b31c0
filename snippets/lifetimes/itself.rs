//! A value that is to borrow from itself.
//@ check-fail
struct Page<'a> {
    text: String,
    title: &'a str,
}

fn main() {
    let mut page = Page {
        text: String::from("Lifetimes, measured"),
        title: "",
    };
    page.title = &page.text[..9];
    let moved = page; //~ ERROR E0505 cannot move out of `page` because it is borrowed
    println!("{} {}", moved.title, moved.text);
}
