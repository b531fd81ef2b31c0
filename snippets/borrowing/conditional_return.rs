//! A borrow that is returned on one path and not in use on the other.
//@ check-fail
use std::collections::HashMap;

fn age_of<'a>(ages: &'a mut HashMap<String, u32>, name: &str) -> &'a mut u32 {
    if let Some(age) = ages.get_mut(name) {
        return age;
    }
    ages.entry(String::from(name)).or_insert(0) //~ ERROR E0499 cannot borrow `*ages` as mutable more than once at a time
}

fn main() {
    let mut ages = HashMap::new();
    *age_of(&mut ages, "Ada") += 36;
    println!("{ages:?}");
}
