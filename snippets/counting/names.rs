//! Three handles of one vector, and where its parts are.
use std::ops::Range;
use std::rc::Rc;

/// The addresses that a value takes, without what it leads to.
fn place_of<T>(value: &T) -> Range<usize> {
    let start = (&raw const *value).addr();
    start..start + size_of::<T>()
}

fn main() {
    let names = Rc::new(vec![String::from("Ada"), String::from("Grace")]);
    let second = names.clone();
    let third = names.clone();
    println!("owners: {}", Rc::strong_count(&names)); //~ prints owners: 3
    let [a, b, c] = [&names, &second, &third].map(|one| one.as_ptr());
    println!("one row of names: {}", a == b && b == c); //~ prints one row of names: true

    let (handle, vector) = (place_of(&names), place_of(&*names));
    println!("vector in the handle: {}", handle.contains(&vector.start)); //~ prints vector in the handle: false
    println!("names in the vector: {}", vector.contains(&a.addr())); //~ prints names in the vector: false
    drop((names, second));
    println!("still there: {third:?}"); //~ prints still there: ["Ada", "Grace"]
}
