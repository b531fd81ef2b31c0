//! The name is borrowed through a method, and the age is changed meanwhile.
//@ check-fail
struct Person {
    name: String,
    age: u32,
}

impl Person {
    fn name_mut(&mut self) -> &mut String {
        &mut self.name
    }
}

fn main() {
    let mut person = Person {
        name: String::from("Ada"),
        age: 36,
    };
    let name = person.name_mut();
    person.age += 1; //~ ERROR E0503 cannot use `person.age` because it was mutably borrowed
    name.push_str(" L.");
}
