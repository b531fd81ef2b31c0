//! A mutable reference lends on what it was lent.
fn birthday(age: &mut u32) {
    *age += 1;
}

fn main() {
    let mut age = 36;
    let change = &mut age;
    birthday(change);
    birthday(change);
    let part = &mut *change;
    *part += 1;
    *change += 1;
    println!("{age}"); //~ prints 40
}
