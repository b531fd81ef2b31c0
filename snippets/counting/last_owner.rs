//! Whoever goes last releases the value.
use std::rc::Rc;

struct Lamp;

impl Drop for Lamp {
    fn drop(&mut self) {
        println!("the lamp is off"); //~ prints the lamp is off
    }
}

fn main() {
    let hall = Rc::new(Lamp);
    {
        let _kitchen = Rc::clone(&hall);
        println!("in the kitchen: {}", Rc::strong_count(&hall)); //~ prints in the kitchen: 2
    }
    println!("in the hall: {}", Rc::strong_count(&hall)); //~ prints in the hall: 1
    drop(hall);
    println!("good night"); //~ prints good night
}
