//! A value does not move out of what has several owners.
//@ check-fail
use std::rc::Rc;

fn main() {
    let boxed = Box::new(String::from("Ada"));
    let shared = Rc::new(String::from("Grace"));
    let ada = *boxed;
    let grace = *shared; //~ ERROR E0507 cannot move out of an `Rc`
    println!("{ada} {grace}");
}
