//! A type fits an interface when it says so.

pub trait Shape {
    fn area(&self) -> f64;
}

pub struct Square(pub f64);

impl Shape for Square {
    fn area(&self) -> f64 {
        self.0 * self.0
    }
}

fn main() {
    let square = Square(3.0);
    let shape: &dyn Shape = &square;
    println!("{} in {} bytes", shape.area(), size_of_val(&shape)); //~ prints 9 in 16 bytes
}
