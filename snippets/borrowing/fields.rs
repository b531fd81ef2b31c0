//! A name and an age in one value, both borrowed for a change.
struct Person {
    name: String,
    age: u32,
}

fn main() {
    let mut person = Person {
        name: String::from("Ada"),
        age: 36,
    };
    let name = &mut person.name;
    let age = &mut person.age;
    name.push_str(" L.");
    *age += 1;
    println!("{} {}", person.name, person.age); //~ prints Ada L. 37
}
