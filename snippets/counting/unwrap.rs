//! Only the last owner gets the value out.
use std::rc::Rc;

fn main() {
    let shelf = Rc::new(String::from("Momo"));
    let desk = Rc::clone(&shelf);
    println!("from the shelf: {:?}", Rc::into_inner(shelf)); //~ prints from the shelf: None
    println!("from the desk: {:?}", Rc::into_inner(desk)); //~ prints from the desk: Some("Momo")
}
