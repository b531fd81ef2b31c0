//! Sleeps beyond its time, deaf to signals that ask.
unsafe extern "C" {
    fn signal(number: i32, action: usize) -> usize;
}

fn main() {
    // SAFETY: 1 is SIG_IGN, 15 SIGTERM.
    unsafe { signal(15, 1) };
    std::thread::sleep(std::time::Duration::from_secs(60));
}
