//! A closure is as large as what it captures.

pub fn make() {
    let limit = 10_u8;
    let name = String::from("Ada");

    let double = |n: i32| n * 2;
    let below = |n: u8| n < limit;
    let greet = move || println!("Hello {name}");

    println!("nothing: {} bytes", size_of_val(&double)); //~ prints nothing: 0 bytes
    println!("a reference: {} bytes", size_of_val(&below)); //~ prints a reference: 8 bytes
    println!("a String: {} bytes", size_of_val(&greet)); //~ prints a String: 24 bytes
    println!("{} {}", double(21), below(7)); //~ prints 42 true
    greet(); //~ prints Hello Ada
}

fn main() {
    make();
}
