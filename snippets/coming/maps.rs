//! Two maps: one without an order, one with.

use std::collections::{BTreeMap, HashMap};

fn main() {
    let mut ages = HashMap::new();
    println!("room: {}", ages.capacity()); //~ prints room: 0
    ages.insert("Ada", 36);
    *ages.entry("Ada").or_insert(0) += 1;
    println!("{:?}", ages.get("Ada")); //~ prints Some(37)
    println!("{:?}", ages.get("Grace")); //~ prints None

    let sorted = BTreeMap::from([("Grace", 85), ("Ada", 37), ("Mary", 28)]);
    println!("{sorted:?}"); //~ prints {"Ada": 37, "Grace": 85, "Mary": 28}
}
