//! A block of a size that no machine has.
//@ run-fail: SIGABRT

fn main() {
    let mut list: Vec<u8> = Vec::new();
    let refused = list.try_reserve_exact(isize::MAX as usize).is_err();
    println!("refused: {refused}"); //~ prints refused: true
    list.reserve_exact(isize::MAX as usize);
}
