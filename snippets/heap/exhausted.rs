//! The same request, without asking whether it can be met.
//@ run-fail: SIGABRT
fn main() {
    println!("asking"); //~ prints asking
    let seats: Vec<u8> = Vec::with_capacity(1 << 47);
    println!("never printed: {}", seats.capacity());
}
