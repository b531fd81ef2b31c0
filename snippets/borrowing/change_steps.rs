//! A function changes a number in its caller's frame.
fn birthday(age: &mut u32) {
    //@ snapshot: at the start of the call
    *age += 1;
    //@ snapshot: the number is changed
}

fn main() {
    let mut age = 36;
    //@ snapshot: before the call
    let change = &mut age;
    birthday(change);
    //@ snapshot: after the call
    println!("{change}"); //~ prints 37
    println!("{age}"); //~ prints 37
}
