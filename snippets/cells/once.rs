//! Filled once, read from then on.
use std::cell::OnceCell;

fn main() {
    let title = OnceCell::new();
    println!("{:?}", title.get()); //~ prints None
    let shelf: &String = title.get_or_init(|| {
        println!("looking it up"); //~ prints looking it up
        String::from("Momo")
    });
    let desk = title.get_or_init(|| unreachable!());
    println!("same text: {}", std::ptr::eq(shelf, desk)); //~ prints same text: true
    println!("{:?}", title.set(String::from("Krabat"))); //~ prints Err("Krabat")
}
