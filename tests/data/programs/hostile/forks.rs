//! Forks without end.
unsafe extern "C" {
    fn fork() -> i32;
}

fn main() {
    loop {
        // SAFETY: nothing is shared.
        unsafe { fork() };
    }
}
