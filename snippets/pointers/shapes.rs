//! Two types of different size behind one kind of pointer.
trait Shape {
    fn area(&self) -> f32;
}
struct Circle(f32);
struct Rectangle(f32, f32);

impl Shape for Circle {
    fn area(&self) -> f32 {
        std::f32::consts::PI * self.0 * self.0
    }
}
impl Shape for Rectangle {
    fn area(&self) -> f32 {
        self.0 * self.1
    }
}

fn main() {
    let shapes: [&dyn Shape; 2] = [&Circle(1.0), &Rectangle(2.0, 4.0)];
    for shape in shapes {
        println!("area {:.1}, {} bytes", shape.area(), size_of_val(shape));
    } //~^ prints area 3.1, 4 bytes
    println!("both pointers: {} bytes", size_of_val(&shapes)); //~ prints both pointers: 32 bytes
}
