//! A local larger than the stack, behind an early return.
//@ run-fail: SIGABRT
fn seats(wanted: bool) -> usize {
    if !wanted {
        return 0;
    }
    let room = [0_u8; 16 << 20];
    room.len()
}

fn main() {
    let wanted = std::env::args().count() > 1;
    println!("wanted: {wanted}"); //~ prints wanted: false
    println!("never printed: {}", seats(wanted));
}
