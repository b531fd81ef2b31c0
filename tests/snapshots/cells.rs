//! Cells and their states.
use std::cell::{Cell, OnceCell, RefCell};
use std::sync::{Mutex, atomic::AtomicU32};

fn main() {
    let cell = Cell::new(3_u8);
    let free = RefCell::new(String::from("free"));
    let read = RefCell::new(1_i32);
    let first = read.borrow();
    let second = read.borrow();
    let written = RefCell::new([1_u8, 2]);
    let mut guard = written.borrow_mut();
    guard[0] = 9;
    //@ snapshot: states, show: cell, free, read, written, first, guard
    drop((first, second, guard));
    let mutex = Mutex::new(5_u16);
    let locked = mutex.lock().unwrap();
    let atomic = AtomicU32::new(6);
    let once: OnceCell<u8> = OnceCell::new();
    //@ snapshot: others, show: mutex, locked, atomic, once
    drop(locked);
    let _ = (cell.get(), free, atomic, once);
}
