//! A list whose links are boxes.
use List::{End, Link};

//~v size 16, align 8
#[derive(Debug)]
enum List {
    Link(i32, Box<List>),
    End,
}

fn main() {
    let third = Link(3, Box::new(End));
    //@ snapshot: the last link
    let second = Link(2, Box::new(third));
    //@ snapshot: one in front, show: third, second
    let first = Link(1, Box::new(second));
    //@ snapshot: the whole list, show: third, second, first
    println!("{first:?}"); //~ prints Link(1, Link(2, Link(3, End)))
    if let Link(number, rest) = &first {
        println!("{number}, then {rest:?}"); //~ prints 1, then Link(2, Link(3, End))
    }
    println!("the variable: {} bytes", size_of_val(&first)); //~ prints the variable: 16 bytes
}
