//! Two closures and what they capture.
fn greet() -> usize {
    let (name, age) = (String::from("Ada"), 36_u8);
    let looks = || name.len() + usize::from(age);
    println!("looks: {} bytes", size_of_val(&looks)); //~ prints looks: 16 bytes
    let length = looks();

    let owns = move || name.len() + usize::from(age);
    println!("owns: {} bytes", size_of_val(&owns)); //~ prints owns: 32 bytes
    length + owns()
}

fn main() {
    println!("{}", greet()); //~ prints 78
}
