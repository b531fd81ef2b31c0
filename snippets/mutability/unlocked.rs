//! Changes through variables that have no `mut`.

use std::cell::Cell;
use std::sync::Mutex;

fn main() {
    let visits = Cell::new(1);
    visits.set(2);
    println!("cell: {}", visits.get()); //~ prints cell: 2

    let names = Mutex::new(vec!["Ada"]);
    names.lock().unwrap().push("Grace");
    println!("mutex: {:?}", names.lock().unwrap()); //~ prints mutex: ["Ada", "Grace"]

    let mut row = [1, 2, 3];
    let view = &mut row;
    view[0] = 9;
    println!("through a reference: {view:?}"); //~ prints through a reference: [9, 2, 3]
}
