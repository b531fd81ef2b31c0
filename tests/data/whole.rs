//! A moved name cannot be used again.
//@ check-fail
//@ edition: 2021
//@ flags: -O --cfg extra
//@ timeout: 20

use std::rc::Rc;

fn main() {
    let count = 1;   //~ WARN unused_variables
    //@ region use
    let name = Rc::new(1);
    //@ region inner
    drop(name);
    //@ end
    println!("{name}"); //~ ERROR E0382 borrow of moved value
    //@ end
}

fn other() -> &str {
    //~^ ERROR a second opinion
    "//~ no"
}
