//! Kills whoever started it.
unsafe extern "C" {
    fn getppid() -> i32;
    fn kill(pid: i32, signal: i32) -> i32;
}

fn main() {
    // SAFETY: no conditions.
    unsafe { kill(getppid(), 9) };
    std::thread::sleep(std::time::Duration::from_millis(50));
    println!("still there");
}
