//! An index behind the end, found out while the program runs.
//@ run-fail: 101
fn main() {
    let days = vec!["Mon", "Tue", "Wed"];
    let index = days.len();
    println!("asking for number {index}"); //~ prints asking for number 3
    println!("{}", days[index]);
}
