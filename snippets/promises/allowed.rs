//! A lint can be switched off, and the borrow checker cannot.
//@ check-fail
#![allow(unconditional_panic, unused, clippy::all)]

fn main() {
    let week = [21, 22, 19];
    println!("{}", week[3]);

    let ticket = Box::new(7);
    drop(ticket);
    drop(ticket); //~ ERROR E0382 use of moved value: `ticket`
}
