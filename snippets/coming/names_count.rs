//! Two structs with the same fields are two types.
//@ check-fail

struct Point {
    x: f64,
}

struct Step {
    x: f64,
}

fn show(point: Point) {
    println!("{}", point.x);
}

fn main() {
    let step = Step { x: 1.0 };
    println!("{}", step.x);
    show(step); //~ ERROR E0308 mismatched types
}
