//! Three kinds of struct: with names, with positions, with nothing.
struct Named {
    x: f64,
    y: f64,
}
struct Positions(f64, f64);
struct Nothing;

fn main() {
    let (a, b) = (Named { x: 1.0, y: 2.0 }, Positions(1.0, 2.0));
    println!("{} {}", a.x + a.y, b.0 + b.1); //~ prints 3 3
    println!("named {}", size_of_val(&a)); //~ prints named 16
    println!("by position {}", size_of_val(&b)); //~ prints by position 16
    println!("nothing {}", size_of_val(&Nothing)); //~ prints nothing 0
}
