//! A struct with an array inside: the numbers are part of the struct.
struct Point {
    coords: [f32; 3],
}

fn main() {
    let coords = [1.0, 2.0, 3.0];
    let point = Point { coords };
    println!("a Point takes {} bytes", size_of_val(&point)); //~ prints a Point takes 12 bytes

    let start = (&raw const point).addr();
    let third = (&raw const point.coords[2]).addr();
    println!("third number at +{} bytes", third - start); //~ prints third number at +8 bytes
}
