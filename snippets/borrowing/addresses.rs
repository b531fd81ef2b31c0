//! A reference is the address of what it refers to.
fn place_of(age: &u32) -> usize {
    std::ptr::from_ref(age).addr()
}

fn main() {
    let mut age = 36;
    let place = (&raw const age).addr();

    let shared = &age;
    println!("shared, same address: {}", place_of(shared) == place); //~ prints shared, same address: true

    let copied = shared;
    println!("copied, same address: {}", place_of(copied) == place); //~ prints copied, same address: true

    let unique = &mut age;
    println!("mutable, same address: {}", place_of(unique) == place); //~ prints mutable, same address: true
}
