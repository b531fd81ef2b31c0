//! Moving out by leaving something behind.

use std::mem;

fn main() {
    let mut name = String::from("Ada");
    let borrow = &mut name;
    let taken = mem::take(borrow);
    println!("{taken}, left: {borrow:?}"); //~ prints Ada, left: ""

    let old = mem::replace(borrow, String::from("Grace"));
    println!("{old:?}, left: {name:?}"); //~ prints "", left: "Grace"

    let mut list = vec!["a".to_string(), "b".to_string(), "c".to_string()];
    let first = list.swap_remove(0);
    println!("{first}, left: {list:?}"); //~ prints a, left: ["c", "b"]

    let boxed = Box::new(String::from("unboxed"));
    let unboxed = *boxed;
    println!("{unboxed}"); //~ prints unboxed
}
