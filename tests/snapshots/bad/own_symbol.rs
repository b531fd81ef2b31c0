//! Bad.
#[unsafe(no_mangle)]
extern "C" fn rust_memory_stop() {}
fn main() {
    rust_memory_stop();
    //@ snapshot: a
}
