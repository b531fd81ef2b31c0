//! A field moves out; the whole is no longer whole.
//@ check-fail

#[derive(Debug)]
struct Person {
    name: String,
    email: String,
}

fn main() {
    let person = Person {
        name: String::from("Ada"),
        email: String::from("ada@example.org"),
    };
    let name = person.name;
    println!("{name} reads {}", person.email);
    println!("{person:?}"); //~ ERROR E0382 borrow of partially moved value: `person`
}
