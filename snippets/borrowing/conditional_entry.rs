//! The same answer, in words that the checker follows.
use std::collections::HashMap;

fn age_of<'a>(ages: &'a mut HashMap<String, u32>, name: &str) -> &'a mut u32 {
    if ages.contains_key(name) {
        return ages.get_mut(name).unwrap();
    }
    ages.entry(String::from(name)).or_insert(0)
}

fn main() {
    let mut ages = HashMap::new();
    *age_of(&mut ages, "Ada") += 36;
    *age_of(&mut ages, "Ada") += 1;
    println!("{ages:?}"); //~ prints {"Ada": 37}
}
