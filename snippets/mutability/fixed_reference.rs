//! A reference that may write, in a variable that may not change.
//@ check-fail

fn main() {
    let (mut a, mut b) = (1, 2);
    let writer = &mut a;
    *writer += 1;
    writer = &mut b; //~ ERROR E0384 cannot assign twice to immutable variable `writer`
    *writer += 1;
}
