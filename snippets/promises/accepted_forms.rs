//! The same two tasks in words that the compiler can follow.

use std::collections::HashMap;

fn name(names: &mut HashMap<u32, String>, seat: u32) -> &String {
    names.entry(seat).or_insert_with(|| String::from("free"))
}

fn main() {
    println!("{}", name(&mut HashMap::new(), 7)); //~ prints free

    let mut seats = vec!["Ada", "Grace"];
    seats.swap(0, 1);
    println!("{seats:?}"); //~ prints ["Grace", "Ada"]

    let [first, second] = seats.get_disjoint_mut([0, 1]).unwrap();
    std::mem::swap(first, second);
    println!("{seats:?}"); //~ prints ["Ada", "Grace"]
}
