//! A local that is larger than the stack.
//@ run-fail: SIGABRT
fn main() {
    println!("never printed");
    let room = [0_u8; 16 << 20];
    println!("never printed either: {}", room.len());
}
