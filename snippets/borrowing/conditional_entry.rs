//! The same answer, in words that the checker follows.
use std::collections::HashMap;

fn looked_up_twice<'a>(ages: &'a mut HashMap<String, u32>, name: &str) -> &'a mut u32 {
    if !ages.contains_key(name) {
        ages.insert(String::from(name), 0);
    }
    ages.get_mut(name).unwrap()
}

fn main() {
    let mut ages = HashMap::new();
    *looked_up_twice(&mut ages, "Ada") += 36;
    *ages.entry(String::from("Ada")).or_insert(0) += 1;
    println!("{ages:?}"); //~ prints {"Ada": 37}
}
