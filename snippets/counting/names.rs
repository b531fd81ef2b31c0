//! Three handles of one vector, and where its parts are.
use std::rc::Rc;

fn main() {
    let names = Rc::new(vec![String::from("Ada"), String::from("Grace")]);
    let second = names.clone();
    let third = names.clone();
    println!("owners: {}", Rc::strong_count(&names)); //~ prints owners: 3
    let [a, b, c] = [&names, &second, &third].map(|one| one.as_ptr());
    println!("one row of names: {}", a == b && b == c); //~ prints one row of names: true

    let here = (&raw const names).addr()..(&raw const names).addr() + size_of_val(&names);
    let header = Rc::as_ptr(&names).addr();
    let block = header..header + size_of::<Vec<String>>();
    println!("vector in the variable: {}", here.contains(&header)); //~ prints vector in the variable: false
    println!("names beside the vector: {}", block.contains(&a.addr())); //~ prints names beside the vector: false
    drop((names, second));
    println!("still there: {third:?}"); //~ prints still there: ["Ada", "Grace"]
}
