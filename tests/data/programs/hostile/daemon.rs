//! Leaves a process behind that holds the output open.
unsafe extern "C" {
    fn fork() -> i32;
    fn setsid() -> i32;
}

fn main() {
    println!("started");
    // SAFETY: nothing is shared.
    unsafe {
        if fork() == 0 {
            setsid();
            if fork() == 0 {
                std::thread::sleep(std::time::Duration::from_secs(60));
                println!("too late");
            }
        }
    }
}
