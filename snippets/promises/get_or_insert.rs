//! A function that does nothing wrong and is rejected.
//@ check-fail

use std::collections::HashMap;

fn name(names: &mut HashMap<u32, String>, seat: u32) -> &String {
    if let Some(name) = names.get(&seat) {
        return name;
    }
    names.insert(seat, String::from("free")); //~ ERROR E0502 cannot borrow `*names` as mutable
    &names[&seat]
}

fn main() {
    println!("{}", name(&mut HashMap::new(), 7));
}
