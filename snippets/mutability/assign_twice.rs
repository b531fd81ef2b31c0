//! A plain `let` is filled once.
//@ check-fail

fn main() {
    let x = 5;
    let mut y = 5;
    y += 1;
    println!("{x} {y}");
    x = 6; //~ ERROR E0384 cannot assign twice to immutable variable `x`
    println!("{x}");
}
