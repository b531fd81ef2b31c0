//! A mark.
struct P { x: u8 }
fn main() {
    let p = P {
        //@ snapshot: a
        x: 1,
    };
    let _ = p.x;
}
