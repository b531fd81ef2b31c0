//! Two types around one number: no byte more, and no mixing.
#[repr(transparent)]
#[derive(Debug)]
struct Meters(f64);

#[repr(transparent)]
#[derive(Debug)]
struct Feet(f64);

impl From<Feet> for Meters {
    fn from(feet: Feet) -> Meters {
        Meters(feet.0 * 0.3048)
    }
}

fn main() {
    let height = Feet(1_000.0);
    println!("{}", height.0); //~ prints 1000
    println!("{:?}", Meters::from(height)); //~ prints Meters(304.8)
    println!("{} bytes, as f64", size_of::<Meters>()); //~ prints 8 bytes, as f64
}
