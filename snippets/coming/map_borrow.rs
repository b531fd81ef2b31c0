//! A value of a map is in use while the map grows.
//@ check-fail

use std::collections::HashMap;

fn main() {
    let mut ages = HashMap::from([("Ada", 36)]);
    let ada = &ages["Ada"];
    ages.insert("Grace", 85); //~ ERROR E0502 cannot borrow `ages` as mutable
    println!("{ada}");
}
