//! Three ways to change a shared number.
use std::cell::Cell;
use std::rc::Rc;

fn main() {
    let mut mine = Rc::new(1);
    if let Some(number) = Rc::get_mut(&mut mine) {
        *number += 1;
    }
    let yours = Rc::clone(&mine);
    println!("shared: {:?}", Rc::get_mut(&mut mine)); //~ prints shared: None

    *Rc::make_mut(&mut mine) += 10;
    println!("mine {mine}, yours {yours}"); //~ prints mine 12, yours 2
    println!("still shared: {}", Rc::ptr_eq(&mine, &yours)); //~ prints still shared: false

    let ours = Rc::new(Cell::new(1));
    let also_ours = Rc::clone(&ours);
    also_ours.set(5);
    println!("ours {}", ours.get()); //~ prints ours 5
}
