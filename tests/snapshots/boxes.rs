//! Boxes and trait objects.
trait Shape {
    fn area(&self) -> f64;
}
struct Circle {
    radius: f64,
}
struct Square(f64);
impl Shape for Circle {
    fn area(&self) -> f64 {
        self.radius
    }
}
impl Shape for Square {
    fn area(&self) -> f64 {
        //@ snapshot: method, show: self
        self.0
    }
}
trait Quiet {}
impl Quiet for u8 {}

fn main() {
    let number = Box::new(41_i32);
    let nested = Box::new(Box::new(7_u8));
    let shape: Box<dyn Shape> = Box::new(Circle { radius: 1.5 });
    let square = Square(2.0);
    let view: &dyn Shape = &square;
    let shapes: Vec<Box<dyn Shape>> = vec![Box::new(Square(1.0)), Box::new(Circle { radius: 2.0 })];
    //@ snapshot: objects, show: number, nested, shape, square, view, shapes
    let _ = view.area() + shape.area() + shapes[1].area();
    let any: Box<dyn std::any::Any> = Box::new(5_u16);
    let quiet: Box<dyn Quiet> = Box::new(3_u8);
    let closure: Box<dyn Fn(i32) -> i32> = Box::new(move |x| x + *number);
    let nothing: Box<()> = Box::new(());
    let thing: &dyn std::fmt::Debug = &"text";
    //@ snapshot: others, show: any, quiet, closure, nothing, thing
    let _ = (any, quiet, closure(1), nothing, thing);
}
