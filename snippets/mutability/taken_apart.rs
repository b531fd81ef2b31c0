//! The parts of a pair that was `mut`.
//@ check-fail

fn main() {
    let mut pair = (1, 2);
    pair.0 += 1;
    let (left, right) = pair;
    left += right; //~ ERROR E0384 cannot assign twice to immutable variable `left`
    println!("{left}");
}
