//! A handle outlives the variable that made the value.
use std::rc::Rc;

fn read_title() -> (Rc<String>, Rc<String>) {
    let title = Rc::new(String::from("Momo"));
    let shelf = Rc::clone(&title);
    let desk = Rc::clone(&title);
    println!("inside: {}", Rc::strong_count(&title)); //~ prints inside: 3
    (shelf, desk)
}

fn main() {
    let (shelf, desk) = read_title();
    println!("outside: {}", Rc::strong_count(&shelf)); //~ prints outside: 2
    println!("{shelf} and {desk}"); //~ prints Momo and Momo
}
