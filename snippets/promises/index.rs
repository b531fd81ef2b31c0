//! An index behind the end ends the thread, and reads nothing.
//@ run-fail: 101

fn main() {
    let week = vec![21, 22, 19];
    let day = week.len();
    println!("{:?}", week.get(day)); //~ prints None
    println!("{}", week[day]);
}
