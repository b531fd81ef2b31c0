//! A borrow that is returned on one path and not in use on the other.
//@ check-fail
use std::collections::HashMap;

fn entry_for<'a>(ages: &'a mut HashMap<String, u32>, name: &str) -> &'a mut u32 {
    if let Some(age) = ages.get_mut(name) {
        return age;
    }
    ages.insert(String::from(name), 0); //~ ERROR E0499 cannot borrow `*ages` as mutable more than once at a time
    ages.get_mut(name).unwrap() //~ ERROR E0499 cannot borrow `*ages` as mutable more than once at a time
}

fn main() {
    let mut ages = HashMap::new();
    *entry_for(&mut ages, "Ada") += 36;
    println!("{ages:?}");
}
