//! A key that changes inside its map can no longer be found.

use std::cell::Cell;
use std::collections::BTreeMap;

fn main() {
    let mut seats = BTreeMap::new();
    for row in 1..=3 {
        seats.insert(Cell::new(row), "taken");
    }
    let (last, _) = seats.last_key_value().unwrap();
    last.set(0);
    println!("in the map: {}", seats.len()); //~ prints in the map: 3
    println!("row 0: {:?}", seats.get(&Cell::new(0))); //~ prints row 0: None
    println!("row 3: {:?}", seats.get(&Cell::new(3))); //~ prints row 3: None
}
