//! Every primitive type.
struct Unit;
fn main() {
    let a: (u8, i8, u16, i16) = (255, -128, 65535, -32768);
    let b: (u32, i32, u64, i64) = (7, -7, 1 << 40, -(1 << 40));
    let c: (u128, i128) = (u128::MAX, -1);
    let d: (usize, isize, bool, bool) = (9, -9, true, false);
    let e: (char, char, char) = ('a', 'ß', '\n');
    let f: (f32, f64, f32, f64) = (0.1, 0.1, f32::NAN, f64::NEG_INFINITY);
    //@ snapshot: numbers, show: a, b, c, d, e, f
    let unit = ();
    let empty = Unit;
    let never: Option<std::convert::Infallible> = None;
    let whole: (f64, f32) = (1.0, 1e30);
    let zero = std::num::NonZeroU8::new(3);
    //@ snapshot: nothing, show: unit, empty, never, whole, zero
    let _ = (a, b, c, d, e, f, unit, empty, never, whole, zero);
}
