//! A hundred thousand boxes, one after the other.
fn main() {
    let mut sum = 0;
    for number in 0..100_000_u64 {
        let boxed = Box::new(number);
        sum += *boxed;
    }
    assert_eq!(sum, 4_999_950_000);
}
