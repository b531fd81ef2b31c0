//! What is dropped at the end of the main thread.
struct Last;

impl Drop for Last {
    fn drop(&mut self) {
        println!("dropped");
    }
}

thread_local!(static KEPT: Last = const { Last });

fn main() {
    KEPT.with(|_| println!("used"));
}
