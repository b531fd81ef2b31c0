//! A temporary in an `if let`.
//@ editions: 2021 run, 2024 run
use std::sync::Mutex;

fn main() {
    let seats = Mutex::new(Vec::<u32>::new());
    if let Some(seat) = seats.lock().unwrap().pop() {
        println!("seat {seat}");
    } else {
        let free = seats.try_lock().is_ok();
        //~v 2021 prints free in the else: false
        println!("free in the else: {free}"); //~ 2024 prints free in the else: true
    }
    let free = seats.try_lock().is_ok();
    println!("free behind it: {free}"); //~ prints free behind it: true
}
