//! An index in an unsafe block is checked as well.
//@ run-fail: 101

fn main() {
    let week = vec![21, 22, 19];
    let first = week.as_ptr();
    // SAFETY: the vector is alive and not empty.
    unsafe {
        println!("the first: {}", *first); //~ prints the first: 21
        println!("{}", week[3]);
    }
}
