//! A closure counts on its own copy.

fn main() {
    let mut count = 0;
    let mut next = move || {
        count += 1;
        count
    };
    //@ snapshot: two counters
    println!("closure: {} {} {}", next(), next(), next()); //~ prints closure: 1 2 3
    println!("variable: {count}"); //~ prints variable: 0

    //@ snapshot: the closure has counted
    count += 10;
    //@ snapshot: the variable has changed
    println!("variable: {count}, closure: {}", next()); //~ prints variable: 10, closure: 4
}
