//! A mutable reference moves, a shared one is copied.
//@ check-fail
fn main() {
    let mut age = 36;
    let look = &age;
    let copy = look;
    println!("{look} {copy}");

    let change = &mut age;
    let moved = change;
    *moved += 1;
    *change += 1; //~ ERROR E0382 use of moved value: `change`
}
