//! An assignment behind the end.
//@ run-fail: 101

fn main() {
    let mut ages = vec![65, 54, 57];
    ages.resize(5, 0);
    println!("{ages:?}"); //~ prints [65, 54, 57, 0, 0]
    let far = 2 * ages.len();
    ages[far] = 8;
}
