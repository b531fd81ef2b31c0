//! Fine.
//@ flags: -C overflow-checks=off -C opt-level=0 --cfg small
fn main() {
    let x = 255_u8.wrapping_add(u8::from(cfg!(small)));
    //@ snapshot: a
    let _ = x;
}
