//! A tuple struct where a tuple is asked for.
//@ check-fail
struct Positions(f64, f64);

fn main() {
    let positions = Positions(1.0, 2.0);
    println!("{} {}", positions.0, positions.1);
    let pair: (f64, f64) = positions; //~ ERROR E0308 mismatched types
    println!("{} {}", pair.0, pair.1);
}
