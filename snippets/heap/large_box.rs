//! Many zeros, on their way into a box.
//@ run-fail: SIGABRT
fn pack() -> Box<[u8; 16 << 20]> {
    Box::new([0; 16 << 20])
}

fn main() {
    println!("packing"); //~ prints packing
    println!("never printed: {}", pack().len());
}
