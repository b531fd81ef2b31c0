//! A change through a shared reference.
//@ check-fail
fn main() {
    let mut age = 36;
    age += 1;
    let look = &age;
    *look += 1; //~ ERROR E0594 cannot assign to `*look`, which is behind a `&` reference
}
