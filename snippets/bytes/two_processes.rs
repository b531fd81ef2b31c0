//! One address in two processes.
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

static NUMBER: AtomicU32 = AtomicU32::new(1);

unsafe extern "C" {
    fn fork() -> i32;
    fn wait(status: *mut i32) -> i32;
}

fn main() {
    let place = (&raw const NUMBER).addr();
    // SAFETY: there is only one thread, and `wait` may be given no place for the status.
    let who = if unsafe { fork() } == 0 {
        NUMBER.store(2, Relaxed);
        "child"
    } else {
        unsafe { wait(std::ptr::null_mut()) };
        "parent"
    };
    println!("the {who} reads {}", NUMBER.load(Relaxed)); //~ prints the child reads 2
    let same = (&raw const NUMBER).addr() == place; //~^ prints the parent reads 1
    println!("the {who}, same address: {same}"); //~ prints the child, same address: true
} //~^ prints the parent, same address: true
