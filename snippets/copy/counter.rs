//! A `move` closure counts on its own copy.

fn main() {
    let mut count = 0;
    let mut next = move || {
        count += 1;
        count
    };
    println!("closure: {} {} {}", next(), next(), next()); //~ prints closure: 1 2 3
    println!("variable: {count}"); //~ prints variable: 0
    count += 10;
    println!("variable: {count}, closure: {}", next()); //~ prints variable: 10, closure: 4
}
