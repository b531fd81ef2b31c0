//! The bytes of a page that is gone, while somebody still watches.
use std::rc::Rc;

struct Page {
    text: String,
    _ink: [u8; 4000],
}

fn main() {
    let text = String::from("Momo"); //~ allocates 1 block, 4 bytes
    let _ink = [0; 4000];
    let page = Rc::new(Page { text, _ink }); //~ allocates 1 block, 4040 bytes
    let reader = Rc::downgrade(&page); //~ allocates nothing
    println!("{}", page.text); //~ prints Momo

    drop(page); //~ frees 1 block, 4 bytes
    println!("still readable: {}", reader.upgrade().is_some()); //~ prints still readable: false
    drop(reader); //~ frees 1 block, 4040 bytes
}
