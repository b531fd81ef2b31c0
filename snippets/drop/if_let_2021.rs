//! A temporary in an `if let`, edition 2021.
//@ edition: 2021

use std::sync::Mutex;

fn main() {
    let seats = Mutex::new(Vec::<u32>::new());
    if let Some(seat) = seats.lock().unwrap().pop() {
        println!("seat {seat}");
    } else {
        let free = seats.try_lock().is_ok();
        println!("free in the else: {free}"); //~ prints free in the else: false
    }
    let free = seats.try_lock().is_ok();
    println!("free behind it: {free}"); //~ prints free behind it: true
}
