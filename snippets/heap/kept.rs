//! Ten thousand boxes, all of them kept.
fn main() {
    let mut kept = Vec::with_capacity(10_000);
    for number in 0..10_000_u64 {
        kept.push(Box::new(number));
    }
    assert_eq!(*kept[9_999], 9_999);
}
