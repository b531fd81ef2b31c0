//! A method of the right name is not enough.
//@ check-fail

trait Shape {
    fn area(&self) -> f64;
}

struct Square(f64);

impl Square {
    fn area(&self) -> f64 {
        self.0 * self.0
    }
}

fn main() {
    let square = Square(3.0);
    println!("{}", square.area());
    let shape: &dyn Shape = &square; //~ ERROR E0277 the trait bound `Square: Shape` is not satisfied
    println!("{}", shape.area());
}
