//! A string leaves from behind a borrow, and another one takes its place.

use std::mem;

fn main() {
    let mut seat = String::from("Ada");
    //@ snapshot: Ada has the seat
    let guest = mem::take(&mut seat);
    //@ snapshot: after take
    let nobody = mem::replace(&mut seat, String::from("Grace"));
    //@ snapshot: after replace
    println!("{guest}, {nobody:?}, {seat}"); //~ prints Ada, "", Grace
}
