//! One address in two processes.
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

static NUMBER: AtomicU32 = AtomicU32::new(1);

unsafe extern "C" {
    fn fork() -> i32;
    fn wait(status: *mut i32) -> i32;
}

fn main() {
    // SAFETY: there is only one thread, and `wait` may be given no place for the status.
    if unsafe { fork() } == 0 {
        NUMBER.store(2, Relaxed);
        println!("the child reads {}", NUMBER.load(Relaxed)); //~ prints the child reads 2
    } else {
        unsafe { wait(std::ptr::null_mut()) };
        println!("the parent reads {}", NUMBER.load(Relaxed)); //~ prints the parent reads 1
    }
}
