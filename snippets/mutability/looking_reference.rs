//! A reference that may only look, in a variable that may change.
//@ check-fail

fn main() {
    let (a, b) = (1, 2);
    let mut looker = &a;
    println!("{looker}");
    looker = &b;
    *looker += 1; //~ ERROR E0594 cannot assign to `*looker`
}
