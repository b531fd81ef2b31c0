//! A field leaves, and a new value takes its place.

struct Person {
    name: String,
    born: u32,
}

fn main() {
    let mut person = Person {
        name: String::from("Ada"),
        born: 1815,
    };
    //@ snapshot: a whole person
    let name = person.name;
    //@ snapshot: the name has left
    person.name = format!("{name} Lovelace");
    //@ snapshot: whole again
    println!("{name}: {}, {}", person.name, person.born); //~ prints Ada: Ada Lovelace, 1815
}
