//! Numbers leave no room for a tag, so the enum gets bytes of its own for it.
//~v size 24, align 8, tag u64
enum Shape {
    Point,
    Circle(f64), //~ offset 8
    Rectangle(f64, f64),
}

impl Shape {
    fn area(&self) -> f64 {
        match self {
            Shape::Point => 0.0,
            Shape::Circle(radius) => 3.0 * radius * radius,
            Shape::Rectangle(width, height) => width * height,
        }
    }
}

fn main() {
    for shape in [Shape::Point, Shape::Circle(1.0), Shape::Rectangle(2.0, 3.0)] {
        println!("area {}, {} bytes", shape.area(), size_of_val(&shape));
    }
    //~v prints area 0, 24 bytes
    //~v prints area 3, 24 bytes
    //~v prints area 6, 24 bytes
}
