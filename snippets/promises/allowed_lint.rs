//! The same index with the lint switched off: now the running program finds it.
//@ run-fail: 101
#![allow(unconditional_panic)]

fn main() {
    let week = [21, 22, 19];
    println!("{} days", week.len()); //~ prints 3 days
    println!("{}", week[3]);
}
