//! A type with an owning field cannot be `Copy`.
//@ check-fail

#[derive(Clone, Copy)]
struct Person {
    //~^ ERROR E0204 the trait `Copy` cannot be implemented for this type
    name: String,
    age: u32,
}

fn main() {
    let ada = Person {
        name: String::from("Ada"),
        age: 36,
    };
    println!("{} {}", ada.name, ada.age);
}
