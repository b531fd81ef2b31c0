//! A temporary in an `if let`, edition 2024.
//@ edition: 2024

use std::sync::Mutex;

fn main() {
    let seats = Mutex::new(Vec::<u32>::new());
    if let Some(seat) = seats.lock().unwrap().pop() {
        println!("seat {seat}");
    } else {
        let free = seats.try_lock().is_ok();
        println!("free in the else: {free}"); //~ prints free in the else: true
    }
    let free = seats.try_lock().is_ok();
    println!("free behind it: {free}"); //~ prints free behind it: true
}
