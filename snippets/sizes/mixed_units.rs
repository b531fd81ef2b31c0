//! Feet where meters are asked for.
//@ check-fail
struct Meters(f64);
struct Feet(f64);

fn land(height: Meters) {
    println!("{} m to go", height.0);
}

fn main() {
    let height = Feet(1_000.0);
    println!("{} ft to go", height.0);
    land(height); //~ ERROR E0308 mismatched types
}
